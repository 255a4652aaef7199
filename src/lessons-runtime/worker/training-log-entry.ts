/** A script of its own: the records of trainings, evaluated in the worker with the first `fit` (see `training-log/training-log.ts`). */
import { describeTraining } from './training-log/describe-training.ts';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { describeTraining };
