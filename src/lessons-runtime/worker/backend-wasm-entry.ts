/** A script of its own: tfjs's WebAssembly backend, evaluated in the worker when it is chosen (see `backend.ts`). */
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import { BackendWasm, init } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

const waiting = globalThis.deshieloBackend;
if (waiting !== undefined) {
  waiting.script = { exports: { ...wasm }, factory: async () => new BackendWasm((await init()).wasm) };
}
