import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Lets a training outlive the graphics processor that it runs on (`training-kit/training-rescue.ts`). */
export interface TrainingRescue {
  /** Before a training. @returns the options it is to begin with: weights of an earlier one may have been put back */
  begin(model: LayersModel, options: unknown): Promise<unknown>;
  /** The training ended by itself: nothing is left to rescue. */
  end(): void;
  /** Hands what there is to the page. @returns whether there was anything */
  save(): boolean;
}

/** Puts the rescue around `fit` and `fitDataset`; where it cannot be loaded, training goes on without. */
export function rescueTraining(tf: TensorFlow, load: () => Promise<TrainingRescue>): void {
  for (const name of ['fit', 'fitDataset'] as const) {
    /** Where the method has its options, after `this`. */
    const place = name === 'fit' ? 2 : 1;
    replaceMethod(tf.LayersModel.prototype, name, (train) => {
      return async function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        const rescue = await load().catch(() => null);
        const options = (await rescue?.begin(model, args[place])) ?? args[place];
        const history = await train.call(model, ...args.slice(0, place), options);
        rescue?.end();
        return history;
      };
    });
  }
}
