/** The entry of the script with the words for compile errors and runtime errors, which is loaded for the first error. */
import { problemText } from '../compile/problems/problem-text.ts';
import { errorWords } from './errors/word-error.ts';
import type { ProblemsScript } from './script-interfaces.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { problemText, errorWords } satisfies ProblemsScript;
