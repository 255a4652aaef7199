import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { createEfficientNetLite0 } from '../../../src/lessons-runtime/models/efficient-net-lite0.ts';
import type { FetchFile } from '../../../src/lessons-runtime/models/fetch-file.ts';
import { createMobileNet } from '../../../src/lessons-runtime/models/mobile-net.ts';
import type { PretrainedModelDeps } from '../../../src/lessons-runtime/models/pretrained-model.ts';

const modelsFolder = new URL('../../../public/models/', import.meta.url);
export const modelFolder = new URL('efficientnet-lite0@1/', modelsFolder);
export const mobileNetFolder = new URL('mobilenet-v1@1/', modelsFolder);

/** Serves a published model's files from disk under /model/, and keeps a list of what was asked for. */
export function createDiskFetch(folder = modelFolder): { fetchFile: FetchFile; asked: string[] } {
  const asked: string[] = [];
  const fetchFile: FetchFile = async (path, { onProgress }) => {
    const name = path.replace(/^\/model\//, '');
    asked.push(name);
    const bytes = new Uint8Array(await readFile(new URL(name, folder)));
    onProgress(Math.floor(bytes.length / 2));
    onProgress(bytes.length);
    return bytes.buffer;
  };
  return { fetchFile, asked };
}

/** The loader over the published files, any of its dependencies replaced. */
export function openModel(deps: Partial<PretrainedModelDeps> = {}) {
  return createEfficientNetLite0({ tf, fetchFile: createDiskFetch().fetchFile, baseUrl: '/model/', ...deps });
}

/** The same of MobileNet. */
export function openMobileNet(deps: Partial<PretrainedModelDeps> = {}) {
  const { fetchFile } = createDiskFetch(mobileNetFolder);
  return createMobileNet({ tf, fetchFile, baseUrl: '/model/', ...deps });
}
