import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from './replace-method.ts';
import type { TensorFlow } from './tensorflow.ts';

/** What ends a cell when the learner pressed Stop. Not an `Error`: it is nobody's mistake. */
export class StopSignal {
  readonly name = 'StopSignal';
}

/**
 * Lets Stop end a run that yields: a `fit` under way ends at its next batch and keeps its weights,
 * and whatever would begin or go on waiting after that (`fit`, `tf.nextFrame`) throws a `StopSignal`.
 */
export interface CooperativeStop {
  readonly requested: boolean;
  request(): void;
  reset(): void;
}

export function createCooperativeStop(tf: TensorFlow): CooperativeStop {
  let requested = false;
  const training = new Set<LayersModel>();

  function refuseWhenStopped(): void {
    if (requested) throw new StopSignal();
  }

  const { nextFrame } = tf;
  const { prototype } = tf.LayersModel;
  for (const method of ['fit', 'fitDataset'] as const) {
    replaceMethod(prototype, method, (original) => {
      return async function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        refuseWhenStopped();
        training.add(model);
        try {
          const history = await original.apply(model, args);
          // A short fit never yields by itself, and a loop of them would never hear of Stop.
          await nextFrame();
          return history;
        } finally {
          training.delete(model);
        }
      };
    });
  }

  Object.assign(tf, {
    async nextFrame(): Promise<void> {
      await nextFrame();
      refuseWhenStopped();
    },
  });

  return {
    get requested() {
      return requested;
    },
    request() {
      requested = true;
      for (const model of training) model.stopTraining = true;
    },
    reset() {
      requested = false;
    },
  };
}
