import { readFileSync } from 'node:fs';
import type { IconManifest } from '../../lessons-runtime/build.ts';
import { parseIconManifest } from '../../lessons-runtime/build.ts';

/** The icons' folder under the site's own. */
export const iconsFolder = 'datasets/icons@1';

/**
 * Reads the icons' manifest from `public`, while the site is built.
 * @throws where the file is missing, or naming the field that is not as it should
 */
export function readIcons(): IconManifest {
  const file = `public/${iconsFolder}/icons.json`;
  return parseIconManifest(JSON.parse(readFileSync(file, 'utf8')), file);
}
