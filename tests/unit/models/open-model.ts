import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { createEfficientNetLite0 } from '../../../src/lessons-runtime/models/efficient-net-lite0.ts';
import type { FetchFile } from '../../../src/lessons-runtime/models/fetch-file.ts';
import { createMobileNet } from '../../../src/lessons-runtime/models/mobile-net.ts';
import type { PretrainedModelDeps } from '../../../src/lessons-runtime/models/pretrained-model.ts';

const modelsFolder = new URL('../../../public/models/', import.meta.url);
export const modelFolder = new URL('efficientnet-lite0@1/', modelsFolder);
export const mobileNetFolder = new URL('mobilenet-v1@1/', modelsFolder);

/** Serves the files of a published model from disk under /model/, and records the fetched names. */
export function createDiskFetch(folder = modelFolder): { fetchFile: FetchFile; fetched: string[] } {
  const fetched: string[] = [];
  const fetchFile: FetchFile = async (path, { onProgress }) => {
    const name = path.replace(/^\/model\//, '');
    fetched.push(name);
    const bytes = new Uint8Array(await readFile(new URL(name, folder)));
    onProgress(Math.floor(bytes.length / 2));
    onProgress(bytes.length);
    return bytes.buffer;
  };
  return { fetchFile, fetched };
}

/** Creates the loader of the published EfficientNet-Lite0, with some of its dependencies replaced. */
export function openModel(deps: Partial<PretrainedModelDeps> = {}) {
  return createEfficientNetLite0({ tf, fetchFile: createDiskFetch().fetchFile, baseUrl: '/model/', ...deps });
}

/** Creates the loader of the published MobileNet, with some of its dependencies replaced. */
export function openMobileNet(deps: Partial<PretrainedModelDeps> = {}) {
  const { fetchFile } = createDiskFetch(mobileNetFolder);
  return createMobileNet({ tf, fetchFile, baseUrl: '/model/', ...deps });
}
