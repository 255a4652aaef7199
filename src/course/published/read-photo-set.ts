import { readFileSync } from 'node:fs';
import { type PhotoManifest, parsePhotoManifest } from '../../lessons-runtime/build.ts';

/** The folder of labelled photos under the site's own. */
export const photoSetFolder = 'datasets/photos@1';

/**
 * Reads the manifest of the labelled photos from `public`, while the site is built.
 * @throws if the file is missing or a field is invalid
 */
export function readPhotoSet(): PhotoManifest {
  const file = `public/${photoSetFolder}/photos.json`;
  return parsePhotoManifest(JSON.parse(readFileSync(file, 'utf8')), file);
}
