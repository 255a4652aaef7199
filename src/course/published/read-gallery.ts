import { readFileSync } from 'node:fs';
import { type Gallery, parseGallery } from '../../lessons-runtime/build.ts';

/** The gallery's folder, below the site's root. */
export const galleryFolder = 'datasets/gallery@1';

/**
 * Reads the gallery's manifest from `public/`.
 * @throws if the file is missing, or with the name of the field that is invalid
 */
export function readGallery(): Gallery {
  const file = `public/${galleryFolder}/gallery.json`;
  return parseGallery(JSON.parse(readFileSync(file, 'utf8')), file);
}
