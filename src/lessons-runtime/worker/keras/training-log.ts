import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Writes down how models are trained (`training-log/training-log.ts`). */
export interface TrainingLog {
  /** Trains, with the options that a cell gave and a callback more. */
  train(model: LayersModel, train: (options: object) => Promise<unknown>, options: unknown): Promise<unknown>;
}

/** Puts the log around `fit` and `fitDataset`; where it cannot be loaded, a training goes untold. */
export function logTrainings(tf: TensorFlow, load: () => Promise<TrainingLog>): void {
  for (const name of ['fit', 'fitDataset'] as const) {
    /** Where the method has its options, after `this`. */
    const place = name === 'fit' ? 2 : 1;
    replaceMethod(tf.LayersModel.prototype, name, (train) => {
      return async function (this: unknown, ...args: unknown[]) {
        const log = await load().catch(() => null);
        if (log === null) return await train.apply(this, args);
        return await log.train(
          this as LayersModel,
          async (options) => train.call(this, ...args.slice(0, place), options),
          args[place],
        );
      };
    });
  }
}
