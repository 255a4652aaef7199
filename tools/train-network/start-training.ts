import type * as TensorFlow from '@tensorflow/tfjs';
import { registerTrainingKernels } from '../../src/lessons-runtime/training/index.ts';
import { startWasm } from '../convert-efficientnet-lite0/start-wasm.ts';

/** Starts tfjs with its wasm backend in Node, with the course's gradient kernels. */
export async function startTraining(): Promise<typeof TensorFlow> {
  const tf = await startWasm();
  registerTrainingKernels(tf);
  await tf.setBackend('wasm');
  return tf;
}
