/** A script of its own: what surrounds training, evaluated in the worker when a cell first uses it (see `course-module.ts`). */
import { createTrainingKit } from './training-kit/training-kit.ts';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { createTrainingKit };
