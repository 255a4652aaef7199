/** A script of its own: tfjs's converter, evaluated in the worker when a graph model is asked for (see `backend/graph-models.ts`). */
import * as converter from '@tensorflow/tfjs-converter';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { ...converter };
