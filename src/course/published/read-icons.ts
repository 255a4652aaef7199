import { readFileSync } from 'node:fs';
import type { IconManifest } from '../../lessons-runtime/build.ts';
import { parseIconManifest } from '../../lessons-runtime/build.ts';

/** The icons' folder, below the site's root. */
export const iconsFolder = 'datasets/icons@1';

/**
 * Reads the icons' manifest from `public/`.
 * @throws if the file is missing, or with the name of the field that is invalid
 */
export function readIcons(): IconManifest {
  const file = `public/${iconsFolder}/icons.json`;
  return parseIconManifest(JSON.parse(readFileSync(file, 'utf8')), file);
}
