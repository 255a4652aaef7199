import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import { wrapTraining } from './wrap-training.ts';

/** Lets a training outlive the graphics processor that it runs on (`library/log/training-recovery.ts`). */
export interface TrainingRecovery {
  /** Before a training. @returns the options it is to begin with: weights of an earlier one may have been put back */
  begin(model: LayersModel, options: unknown): Promise<unknown>;
  /** The training ended by itself: nothing is left to rescue. */
  end(): void;
  /** Hands what there is to the page. @returns whether there was anything */
  save(): boolean;
}

/** Puts the rescue around `fit` and `fitDataset`; where it cannot be loaded, training goes on without. */
export function recoverTraining(tf: TensorFlow, load: () => Promise<TrainingRecovery>): void {
  wrapTraining(tf, async ({ model, options, train }) => {
    const recovery = await load().catch(() => null);
    const history = await train((await recovery?.begin(model, options)) ?? options);
    recovery?.end();
    return history;
  });
}
