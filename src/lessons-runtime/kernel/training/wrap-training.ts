import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** A call of `fit` or `fitDataset`. */
export interface TrainingCall {
  /** The model that does the work: of a `tf.sequential`, the one inside. */
  readonly model: LayersModel;
  /** `fit`'s two tensors, or `fitDataset`'s dataset. */
  readonly data: readonly unknown[];
  readonly options: unknown;
  train(options: unknown): Promise<unknown>;
}

/** Puts something around every training. */
export function wrapTraining(tf: TensorFlow, around: (call: TrainingCall) => Promise<unknown>): void {
  for (const name of ['fit', 'fitDataset'] as const) {
    /** Where the method has its options. */
    const place = name === 'fit' ? 2 : 1;
    replaceMethod(tf.LayersModel.prototype, name, (train) => {
      return async function (this: unknown, ...args: unknown[]) {
        const data = args.slice(0, place);
        return await around({
          model: this as LayersModel,
          data,
          options: args[place],
          train: async (options) => await train.call(this, ...data, options),
        });
      };
    });
  }
}
