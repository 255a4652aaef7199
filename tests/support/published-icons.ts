import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IconManifest } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import { parseIconManifest } from '../../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';
import type { ReadSheet } from '../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import { nodeDatasetFiles } from '../../tools/node-dataset-files.ts';

/** The icons of the repository. */
export const iconsFolder = fileURLToPath(new URL('../../public/datasets/icons@1/', import.meta.url));

const files = nodeDatasetFiles(iconsFolder);

export function readPublishedIcons(): IconManifest {
  return parseIconManifest(JSON.parse(readFileSync(join(iconsFolder, 'icons.json'), 'utf8')));
}

/** Decodes a sheet of the site without a browser. */
export const readPublishedSheet: ReadSheet = ({ file }) =>
  files.read(file, (bytes) => files.decode(bytes, file));
