import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Looks at what a training is given before tfjs does. @throws {TrainingError} that names the tensor, its shape and a remedy */
export interface TrainingDataCheck {
  whole(model: LayersModel, xs: unknown, ys: unknown, options: unknown): Promise<void>;
  batch(model: LayersModel, xs: unknown, ys: unknown): Promise<void>;
  /** @returns the dataset, whose batches are looked at as they come */
  dataset(model: LayersModel, dataset: unknown): unknown;
}

/**
 * Puts the check before `fit`, `fitDataset` and `trainOnBatch`. It comes with what surrounds training (`library/`):
 * who trains nothing loads nothing of it, and where it cannot be loaded, training goes on without.
 */
export function checkTrainingData(tf: TensorFlow, load: () => Promise<TrainingDataCheck>): void {
  const check = () => load().catch(() => null);
  const { prototype } = tf.LayersModel;
  /** What has no optimizer was not compiled: tfjs says so itself. */
  const isCompiled = (model: LayersModel) => model.optimizer != null;

  replaceMethod(prototype, 'fit', (fit) => {
    return async function (this: unknown, ...args: unknown[]) {
      const model = this as LayersModel;
      const [xs, ys, options] = args;
      if (isCompiled(model)) await (await check())?.whole(model, xs, ys, options);
      return await fit.apply(model, args);
    };
  });
  replaceMethod(prototype, 'trainOnBatch', (trainOnBatch) => {
    return async function (this: unknown, ...args: unknown[]) {
      const model = this as LayersModel;
      const [xs, ys] = args;
      if (isCompiled(model)) await (await check())?.batch(model, xs, ys);
      return await trainOnBatch.apply(model, args);
    };
  });
  replaceMethod(prototype, 'fitDataset', (fitDataset) => {
    return async function (this: unknown, ...args: unknown[]) {
      const model = this as LayersModel;
      const [dataset, ...options] = args;
      const checked = isCompiled(model) ? (await check())?.dataset(model, dataset) : undefined;
      return await fitDataset.call(model, checked ?? dataset, ...options);
    };
  });
}
