import { type Licence, parseLicence } from './licences.ts';

/** A section of Stellarium's `CREDITS.md` that credits pictures of deep-sky objects. */
export interface SkyCredit {
  /** The objects as the section lists them, for example `NGC1300`. */
  readonly objects: readonly string[];
  readonly author: string;
  /** The author's address; null if the section has none. */
  readonly url: string | null;
  readonly licence: Licence;
}

/**
 * Parses the numbered sections `4.x Images of … from … License: …` of Stellarium's `CREDITS.md`. Skips sections without a
 * licence that photos of the data set may have.
 * @returns the credits by the number of their section, for example `4.41`
 */
export function readSkyCredits(text: string): ReadonlyMap<string, SkyCredit> {
  const credits = new Map<string, SkyCredit>();
  const start = text.search(/^4\. Graphics/m);
  const end = text.indexOf('```', start);
  for (const section of text.slice(start, end === -1 ? undefined : end).split(/^\s+(?=4\.\d+[a-z]? )/m)) {
    const [, number = '', body = ''] = /^(4\.\d+) (.*)$/s.exec(section) ?? [];
    const parts = /^(?:Images? of )?(.*?)\s+(?:come )?from\s+(.*?)\s*License:\s*(.*)$/s.exec(oneLine(body));
    if (parts === null) continue;
    const [, objects = '', from = '', licence = ''] = parts;
    const url = /https?:\/\/\S+/.exec(from)?.[0] ?? null;
    const credit = {
      objects: objects
        .replace(/ pictures$/, '')
        .split(/\s*,\s*/)
        .filter((name) => name !== ''),
      author: from.replace(/\s*https?:\/\/\S+/g, '').trim(),
      url,
    };
    try {
      credits.set(number, { ...credit, licence: parseLicence(licence) });
    } catch {
      // The pictures of this section are under another licence.
    }
  }
  return credits;
}

/** Returns whether a section credits the picture of an object; spaces and case of its name do not matter. */
export function isCredited({ objects }: SkyCredit, object: string): boolean {
  const name = normalize(object);
  return objects.some((each) => {
    const range = /^([A-Z]+\d{3,})-\d{3,}$/.exec(each)?.[1];
    return normalize(each) === name || (range !== undefined && normalize(range) === name);
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
