import { type Licence, parseLicence } from './licences.ts';

/** The credit of a landscape, from the copyright file of `endless-sky-data`. */
export interface LandCredit {
  readonly author: string;
  readonly licence: Licence;
  /** Where the photo was published; null if the file does not state it. */
  readonly url: string | null;
}

interface Stanza {
  readonly patterns: readonly string[];
  readonly copyright: string;
  readonly licence: string;
  readonly comment: string;
}

/**
 * Finds the credit of `images/land/<name>.jpg` in a copyright file in Debian's machine-readable format.
 *
 * A stanza that names an author by a part of the file name (`images/land/*-sfiera*`) applies before one that lists numbered
 * files: `images/land/mountain1*` is meant for `mountain1.jpg`, although its pattern matches `mountain10-sfiera.jpg` too. The
 * last stanza that matches applies otherwise, as the format says.
 * @throws {Error} if no stanza matches the file
 */
export function readLandCredit(text: string, name: string): LandCredit {
  const path = `images/land/${name}.jpg`;
  const matching = parseStanzas(text).flatMap((stanza) => {
    const patterns = stanza.patterns.filter((pattern) => matches(pattern, path));
    return patterns.length === 0 ? [] : [{ stanza, patterns }];
  });
  const ofAuthor = matching.find(({ patterns }) => patterns.some((each) => /\*-[a-z]+\*$/.test(each)));
  const found = (ofAuthor ?? matching.at(-1))?.stanza;
  if (found === undefined) throw new Error(`the copyright file says nothing of ${path}`);
  const { copyright, licence, comment } = found;
  const site = /Taken from ([a-z-]+\.com)/.exec(comment)?.[1];
  const user = /\((commons\.wikimedia\.org\/wiki\/User:\w+)\)/.exec(copyright)?.[1];
  return {
    author: copyright.replace(/\s*[(<].*$/, '') + (copyright === 'Various' ? ` (${site})` : ''),
    licence: parseLicence(licence),
    url: sites[site ?? ''] ?? (user === undefined ? null : `https://${user}`),
  };
}

/** Addresses of the collections that the copyright file names. */
const sites: Readonly<Record<string, string>> = {
  'unsplash.com': 'https://unsplash.com/',
  'morgue-file.com': 'https://morguefile.com/',
};

function parseStanzas(text: string): readonly Stanza[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const fields = new Map<string, string>();
    for (const field of block.split(/\n(?=\S)/)) {
      const [, key = '', value = ''] = /^(\w+):(.*)$/s.exec(field) ?? [];
      fields.set(key, value.trim());
    }
    const files = fields.get('Files');
    if (files === undefined) return [];
    const [licence = '', ...rest] = (fields.get('License') ?? '').split('\n');
    return [
      {
        patterns: files.split(/\s+/),
        copyright: fields.get('Copyright') ?? '',
        licence: licence.trim(),
        comment: [fields.get('Comment') ?? '', ...rest].join(' ').replace(/\s+/g, ' '),
      },
    ];
  });
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
