import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Drawing } from './drawing.ts';
import { familyOf } from './family-of.ts';
import { licenceUrls } from './licences.ts';
import { openclipartPackage } from './packages.ts';

/** A drawing of the Open Clip Art Library, with the author that its metadata names. */
export interface ClipArt {
  /** Path below `usr/share/openclipart/svg`, without `.svg`. */
  readonly path: string;
  readonly author: string;
}

/** Reads a drawing from an unpacked `openclipart-svg`, whose drawings are all in the public domain. */
export function openClipArt(folder: string, { path, author }: ClipArt): Drawing {
  const family = familyOf(author);
  const set = {
    id: `openclipart-${family}`,
    title: 'Open Clip Art Library',
    author,
    family,
    licence: 'public-domain',
    licenceUrl: licenceUrls['public-domain'] ?? '',
    url: 'https://openclipart.org/',
    origin: openclipartPackage,
  };
  const svg = readFileSync(join(folder, 'usr/share/openclipart/svg', `${path}.svg`), 'utf8');
  return { id: `openclipart:${basename(path)}`, set, svg };
}
