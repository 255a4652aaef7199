/** The entry of the script with tfjs's WebAssembly backend, which is loaded when the backend is set (see `backend/backend.ts`). */
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import { init } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import { registerTrainingKernels, type TensorFlow } from '../training/index.ts';

/** Registers the training kernels. Call it after the import, which registers tfjs's kernels, and before the backend is set up. */
function registerTraining(tf: TensorFlow): void {
  registerTrainingKernels(tf);
}

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { ...wasm, init, registerTraining };
