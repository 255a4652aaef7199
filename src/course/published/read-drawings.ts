import { readFileSync } from 'node:fs';
import { type DrawingManifest, parseDrawingManifest } from '../../lessons-runtime/build.ts';

/** The drawings' folder under the site's own. */
export const drawingsFolder = 'datasets/drawings@1';

/**
 * Reads the drawings' manifest from `public`, while the site is built.
 * @throws if the file is missing or a field is invalid
 */
export function readDrawings(): DrawingManifest {
  const file = `public/${drawingsFolder}/drawings.json`;
  return parseDrawingManifest(JSON.parse(readFileSync(file, 'utf8')), file);
}
