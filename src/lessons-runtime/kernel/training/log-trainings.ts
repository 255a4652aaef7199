import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import { wrapTraining } from './wrap-training.ts';

/** Writes down how models are trained (`library/log/training-log.ts`). */
export interface TrainingLog {
  /** Trains, with the options that a cell gave and a callback more. */
  train(model: LayersModel, train: (options: object) => Promise<unknown>, options: unknown): Promise<unknown>;
}

/** Puts the log around `fit` and `fitDataset`; where it cannot be loaded, a training goes untold. */
export function logTrainings(tf: TensorFlow, load: () => Promise<TrainingLog>): void {
  wrapTraining(tf, async ({ model, options, train }) => {
    const log = await load().catch(() => null);
    return await (log === null ? train(options) : log.train(model, train, options));
  });
}
