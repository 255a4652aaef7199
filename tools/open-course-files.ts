import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';

import { createIconDataset } from '../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import { parseIconManifest } from '../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';
import { createEfficientNetLite0 } from '../src/lessons-runtime/models/efficient-net-lite0.ts';
import { createIconNet } from '../src/lessons-runtime/models/icon-net.ts';
import { readRgba } from './read-rgba.ts';

const root = fileURLToPath(new URL('../public/', import.meta.url));
const icons = join(root, 'datasets/icons@1');

/** Creates the functions of `deshielo` that load the icon dataset and the pretrained networks, reading from `public/`. */
export function openCourseFiles(tf: typeof TensorFlow) {
  const filesBelow = (folder: string) => ({
    tf,
    baseUrl: join(root, folder),
    fetchFile: async (path: string) => new Uint8Array(await readFile(path)).buffer,
  });
  return {
    iconDataset: createIconDataset({
      tf,
      language: 'en',
      createError: ({ what }) => new Error(what),
      readManifest: async () =>
        parseIconManifest(JSON.parse(readFileSync(join(icons, 'icons.json'), 'utf8'))),
      readSheet: ({ file }) => readRgba(join(icons, file)),
    }),
    iconNet: createIconNet(filesBelow('models/icon-net@1/')),
    efficientNetLite0: createEfficientNetLite0(filesBelow('models/efficientnet-lite0@1/')),
  };
}
