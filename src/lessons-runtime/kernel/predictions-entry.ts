/** The entry of the script that reads predictions, which is loaded when a cell first does so (see `modules/course-module.ts`). */
import { createCatsAndDogs } from '../models/cats-and-dogs.ts';
import { createDecodePredictions } from '../models/decode-predictions.ts';
import { occludeCard } from './predictions/occlude-card.ts';
import { addPredictionViews } from './predictions/prediction-views.ts';
import type { PredictionsScript } from './script-interfaces.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = {
    addPredictionViews,
    createCatsAndDogs,
    createDecodePredictions,
    occludeCard,
  } satisfies PredictionsScript;
