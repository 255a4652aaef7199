/** A script of its own: tfjs's WebAssembly backend, evaluated in the worker when it is chosen (see `backend.ts`). */
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import { init } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { ...wasm, init };
