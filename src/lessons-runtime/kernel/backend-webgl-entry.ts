/** The entry of the script with tfjs's WebGL backend, which is loaded when the backend is set (see `backend/backend.ts`). */
import * as webgl from '@tensorflow/tfjs-backend-webgl';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { ...webgl };
