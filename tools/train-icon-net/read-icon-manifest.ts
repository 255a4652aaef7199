import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IconManifest } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import { parseIconManifest } from '../../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';

/** Reads the manifest of a folder of icons. @throws {ManifestError} if a field is missing or invalid */
export function readIconManifest(folder: string): IconManifest {
  return parseIconManifest(JSON.parse(readFileSync(join(folder, 'icons.json'), 'utf8')));
}
