/** The entry of the script `library`, which the worker evaluates when a cell first uses it (see `kernel/modules/course-module.ts`). */
import type { LibraryScript } from '../kernel/script-interfaces.ts';
import { createLibrary } from './library.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { createLibrary } satisfies LibraryScript;
