/** A script of its own: tfjs's WebAssembly backend, evaluated in the worker when it is chosen (see `backend/backend.ts`). */
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import { init } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import { registerTrainingKernels, type TensorFlow } from '../training/index.ts';

/** Lets the backend train: after tfjs's own kernels, which the import registers, and before the backend is set up. */
function registerTraining(tf: TensorFlow): void {
  registerTrainingKernels(tf);
}

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { ...wasm, init, registerTraining };
