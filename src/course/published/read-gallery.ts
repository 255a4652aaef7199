import { readFileSync } from 'node:fs';
import { type Gallery, parseGallery } from '../../lessons-runtime/build.ts';

/** The gallery's folder under the site's own. */
export const galleryFolder = 'datasets/gallery@1';

/**
 * Reads the gallery's manifest from `public`, while the site is built.
 * @throws where the file is missing, or naming the field that is not as it should
 */
export function readGallery(): Gallery {
  const file = `public/${galleryFolder}/gallery.json`;
  return parseGallery(JSON.parse(readFileSync(file, 'utf8')), file);
}
