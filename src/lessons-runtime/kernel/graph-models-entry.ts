/** The entry of the script with tfjs's converter, which is loaded for the first graph model (see `backend/graph-models.ts`). */
import * as converter from '@tensorflow/tfjs-converter';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { ...converter };
