import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { createEfficientNetLite0 } from '../../../src/lessons-runtime/models/efficient-net-lite0.ts';
import type { FetchFile } from '../../../src/lessons-runtime/models/fetch-file.ts';
import type { PretrainedModelDeps } from '../../../src/lessons-runtime/models/pretrained-model.ts';

export const modelFolder = new URL('../../../public/models/efficientnet-lite0@1/', import.meta.url);

/** Serves the published files from disk under /model/, and records the fetched names. */
export function createDiskFetch(): { fetchFile: FetchFile; fetched: string[] } {
  const fetched: string[] = [];
  const fetchFile: FetchFile = async (path, { onProgress }) => {
    const name = path.replace(/^\/model\//, '');
    fetched.push(name);
    const bytes = new Uint8Array(await readFile(new URL(name, modelFolder)));
    onProgress(Math.floor(bytes.length / 2));
    onProgress(bytes.length);
    return bytes.buffer;
  };
  return { fetchFile, fetched };
}

/** Creates the loader of the published files, with some of its dependencies replaced. */
export function openModel(deps: Partial<PretrainedModelDeps> = {}) {
  return createEfficientNetLite0({ tf, fetchFile: createDiskFetch().fetchFile, baseUrl: '/model/', ...deps });
}
