import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';
import sharp from 'sharp';
import { createIconDataset } from '../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import { parseIconManifest } from '../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';
import { createEfficientNetLite0 } from '../src/lessons-runtime/models/efficient-net-lite0.ts';
import { createIconNet } from '../src/lessons-runtime/models/icon-net.ts';
import { createMobileNet } from '../src/lessons-runtime/models/mobile-net.ts';

const root = fileURLToPath(new URL('../public/', import.meta.url));
const icons = join(root, 'datasets/icons@1');

/** What cells get of the site's own files, for tools: drawn data sets and pretrained networks. */
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
      refuse: ({ what }) => new Error(what),
      readManifest: async () =>
        parseIconManifest(JSON.parse(readFileSync(join(icons, 'icons.json'), 'utf8'))),
      async readSheet({ file }) {
        const picture = sharp(join(icons, file)).ensureAlpha().raw();
        const { data, info } = await picture.toBuffer({ resolveWithObject: true });
        return { width: info.width, height: info.height, data };
      },
    }),
    iconNet: createIconNet(filesBelow('models/icon-net@1/')),
    efficientNetLite0: createEfficientNetLite0(filesBelow('models/efficientnet-lite0@1/')),
    mobileNet: createMobileNet(filesBelow('models/mobilenet-v1@1/')),
  };
}
