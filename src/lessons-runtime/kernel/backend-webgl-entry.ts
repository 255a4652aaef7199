/** A script of its own: tfjs's WebGL backend, evaluated in the worker when it is chosen (see `backend/backend.ts`). */
import * as webgl from '@tensorflow/tfjs-backend-webgl';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { ...webgl };
