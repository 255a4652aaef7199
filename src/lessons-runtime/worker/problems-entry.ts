/** A script of its own: the words for what cannot be compiled, evaluated in the worker at the first such cell (see `kernel.ts`). */
import { problemText } from '../compile/problem-text.ts';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { problemText };
