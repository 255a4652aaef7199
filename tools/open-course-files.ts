import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';
import { createDrawingDataset } from '../src/lessons-runtime/datasets/drawings/drawing-dataset.ts';
import { createIconDataset } from '../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import type { DatasetDeps } from '../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import { createPhotoDataset } from '../src/lessons-runtime/datasets/photos/photo-dataset.ts';
import { createDrawingNet } from '../src/lessons-runtime/models/drawing-net.ts';
import { createEfficientNetLite0 } from '../src/lessons-runtime/models/efficient-net-lite0.ts';
import { createIconNet } from '../src/lessons-runtime/models/icon-net.ts';
import { createMobileNet } from '../src/lessons-runtime/models/mobile-net.ts';
import { nodeDatasetFiles } from './node-dataset-files.ts';

const root = fileURLToPath(new URL('../public/', import.meta.url));

/** Creates the functions of `deshielo` that load labelled data sets and pretrained networks, reading from `public/`. */
export function openCourseFiles(tf: typeof TensorFlow) {
  const filesBelow = (folder: string) => ({
    tf,
    baseUrl: join(root, folder),
    fetchFile: async (path: string) => new Uint8Array(await readFile(path)).buffer,
  });
  const dataset = (folder: string): DatasetDeps => ({
    tf,
    language: 'en',
    createError: ({ what }) => new Error(what),
    files: nodeDatasetFiles(join(root, 'datasets', folder)),
  });
  return {
    iconDataset: createIconDataset(dataset('icons@1')),
    photoDataset: createPhotoDataset(dataset('photos@1')),
    drawingDataset: createDrawingDataset(dataset('drawings@1')),
    drawingNet: createDrawingNet((folder) => filesBelow(`models/${folder}/`)),
    iconNet: createIconNet(filesBelow('models/icon-net@2/')),
    efficientNetLite0: createEfficientNetLite0(filesBelow('models/efficientnet-lite0@1/')),
    mobileNet: createMobileNet(filesBelow('models/mobilenet-v1@1/')),
  };
}
