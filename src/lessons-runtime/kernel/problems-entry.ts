/** The entry of the script with the words for compile errors, runtime errors and warnings, which is loaded for the first of them. */
import { problemText } from '../compile/problems/problem-text.ts';
import { libraryText } from './errors/tensorflow-warnings.ts';
import { errorWords } from './errors/word-error.ts';
import type { ProblemsScript } from './script-interfaces.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { problemText, errorWords, libraryText } satisfies ProblemsScript;
