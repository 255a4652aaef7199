/**
 * TensorFlow.js as cells see it: what `@tensorflow/tfjs` exports, less the WebGL backend,
 * which is a script of its own (`backend-webgl.ts`) because most devices of a school never need it.
 * The union package cannot be imported as it is: it registers WebGL on import.
 */
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import * as cpu from '@tensorflow/tfjs-backend-cpu';
import * as converter from '@tensorflow/tfjs-converter';
import * as core from '@tensorflow/tfjs-core';
import * as data from '@tensorflow/tfjs-data';
import * as layers from '@tensorflow/tfjs-layers';

export type TensorFlow = typeof import('@tensorflow/tfjs');

export { core };

const version = {
  'tfjs-core': core.version_core,
  'tfjs-backend-cpu': cpu.version_cpu,
  'tfjs-data': data.version_data,
  'tfjs-layers': layers.version_layers,
  'tfjs-converter': converter.version_converter,
  tfjs: core.version_core,
};

/** One mutable object, so that a backend loaded later can add its own exports. */
export function createTensorFlow(): TensorFlow {
  return { ...core, ...layers, ...converter, ...cpu, data, version } as unknown as TensorFlow;
}
