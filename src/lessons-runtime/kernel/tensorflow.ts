/**
 * TensorFlow.js for cells: the exports of `@tensorflow/tfjs`. The WebGL backend and the converter of graph models are separate
 * scripts (`backend/backend.ts`, `backend/graph-models.ts`), because school devices and this course rarely need them. The package
 * `@tensorflow/tfjs` itself is not imported because it includes both.
 */
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import * as cpu from '@tensorflow/tfjs-backend-cpu';
import * as cpuShared from '@tensorflow/tfjs-backend-cpu/dist/shared';
import * as core from '@tensorflow/tfjs-core';
import * as data from '@tensorflow/tfjs-data';
import * as layers from '@tensorflow/tfjs-layers';

export type TensorFlow = typeof import('@tensorflow/tfjs');

export { core, cpuShared };

const version = {
  'tfjs-core': core.version_core,
  'tfjs-backend-cpu': cpu.version_cpu,
  'tfjs-data': data.version_data,
  'tfjs-layers': layers.version_layers,
  'tfjs-converter': core.version_core,
  tfjs: core.version_core,
};

/** Returns a mutable object, to which scripts loaded later add their exports. */
export function createTensorFlow(): TensorFlow {
  return { ...core, ...layers, ...cpu, data, version } as unknown as TensorFlow;
}
