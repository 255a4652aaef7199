/**
 * The entry of the script with the words for compile errors, runtime errors, warnings and notes about memory, which is loaded for
 * the first of them.
 */
import { problemText } from '../compile/problems/problem-text.ts';
import { libraryText } from './errors/tensorflow-warnings.ts';
import { errorWords } from './errors/word-error.ts';
import { memoryText } from './memory/memory-words.ts';
import type { ProblemsScript } from './script-interfaces.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = {
    problemText,
    errorWords,
    libraryText,
    memoryText,
  } satisfies ProblemsScript;
