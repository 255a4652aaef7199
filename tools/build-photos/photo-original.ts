import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PhotoSource } from '../../src/lessons-runtime/datasets/photos/photo-manifest.ts';
import { slugify } from '../slugify.ts';
import landscapes from './chosen-landscapes.json' with { type: 'json' };
import sky from './chosen-sky.json' with { type: 'json' };
import { type Licence, licenceUrls } from './licences.ts';
import { endlessSkyPackage, stellariumPackage } from './packages.ts';
import { readLandCredit } from './read-land-credits.ts';
import { isCredited, readSkyCredits } from './read-sky-credits.ts';

/** The original of a photo, with its label and credit. */
export interface PhotoOriginal {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly source: PhotoSource;
  /** Photos of a group are in the same part of every split. */
  readonly group: string;
  /** The work as its author published it; null if the package does not state it. */
  readonly url: string | null;
  /** Path in the package. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  /** The position of the square in a wider picture: 0 is the left end, 1 the right end. */
  readonly crop: number;
}

const middle = 0.5;

/**
 * Reads the chosen pictures of galaxies and nebulae.
 * @param folder the unpacked package
 * @throws {Error} if a file has another hash than the list, or the package does not credit the picture as the list states
 */
export function readSkyOriginals(folder: string): readonly PhotoOriginal[] {
  const statedIn = 'usr/share/doc/stellarium-data/CREDITS.md.gz';
  const credits = readSkyCredits(gunzipSync(readFileSync(join(folder, statedIn))).toString('utf8'));
  return sky.photos.map(({ file, class: name, object, section, sha256, ...rest }) => {
    const credit = credits.get(section);
    if (credit === undefined || !isCredited(credit, object))
      throw new Error(`section ${section} of ${statedIn} does not credit ${object}`);
    const path = `usr/share/stellarium/nebulae/default/${file}.png`;
    return {
      id: file,
      class: name,
      title: object,
      source: {
        id: `stellarium-${section}`,
        title: 'Stellarium, pictures of deep-sky objects',
        author: credit.author,
        licence: credit.licence,
        licenceUrl: licenceUrls[credit.licence],
        url: credit.url ?? 'https://stellarium.org/',
        statedIn: `${statedIn}, section ${section}`,
        origin: stellariumPackage,
      },
      group: 'group' in rest ? rest.group : file,
      url: 'url' in rest ? rest.url : null,
      path,
      sha256,
      bytes: readVerified(folder, path, sha256),
      crop: middle,
    };
  });
}

/**
 * Reads the chosen landscapes.
 * @param folder the unpacked package
 * @throws {Error} if a file has another hash than the list, or the package does not credit the picture
 */
export function readLandscapeOriginals(folder: string): readonly PhotoOriginal[] {
  const statedIn = 'usr/share/doc/endless-sky-data/copyright';
  const text = readFileSync(join(folder, statedIn), 'utf8');
  return landscapes.photos.map(({ file, class: name, sha256, ...rest }) => {
    const credit = readLandCredit(text, file);
    const path = `usr/share/games/endless-sky/images/land/${file}.jpg`;
    return {
      id: file,
      class: name,
      title: `${file}.jpg`,
      source: {
        id: `endless-sky-${slugify(credit.author)}`,
        title: 'Endless Sky, landscapes',
        author: credit.author,
        licence: credit.licence,
        licenceUrl: licenceUrls[credit.licence],
        url: credit.url ?? 'https://github.com/endless-sky/endless-sky',
        statedIn,
        origin: endlessSkyPackage,
      },
      group: 'group' in rest ? rest.group : file,
      url: null,
      path,
      sha256,
      bytes: readVerified(folder, path, sha256),
      crop: 'crop' in rest ? rest.crop : middle,
    };
  });
}

/** Whether copies and changed copies must be published under the same licence. */
export function isShareAlike(licence: string): boolean {
  const known: readonly Licence[] = ['CC-BY-SA-2.5', 'CC-BY-SA-3.0', 'CC-BY-SA-3.0-DE', 'CC-BY-SA-4.0'];
  return known.some((each) => each === licence);
}

function readVerified(folder: string, path: string, sha256: string): Buffer {
  const bytes = readFileSync(join(folder, path));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${path}: expected a file with SHA-256 ${sha256}, found ${found}`);
  return bytes;
}
