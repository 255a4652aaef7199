/** A script of its own: what reads a network's predictions, evaluated in the worker when a cell first needs it (see `modules/course-module.ts`). */
import { createCatsAndDogs } from '../models/cats-and-dogs.ts';
import { createDecodePredictions } from '../models/decode-predictions.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { createCatsAndDogs, createDecodePredictions };
