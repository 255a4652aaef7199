/**
 * A script of its own: the words for what cannot be compiled and for what goes wrong in a run, evaluated in the worker at the
 * first such cell (see `kernel.ts`).
 */
import { problemText } from '../compile/problems/problem-text.ts';
import { errorWords } from './errors/word-error.ts';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { problemText, errorWords };
