import type { LayersModel } from '@tensorflow/tfjs';
import { isCourseError } from '../protocol/failure.ts';
import { isInstance } from './errors/explain-error.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { TrainingWrapper } from './training/around-fit.ts';

/** What ends a cell when the learner pressed Stop. Not an `Error`: it is nobody's mistake. */
class StopSignal {
  readonly name = 'StopSignal';
}

/**
 * Lets Stop end a run that yields: a `fit` under way ends at its next batch and keeps its weights,
 * and whatever would begin or go on waiting after that (`fit`, `tf.nextFrame`) throws a `StopSignal`.
 */
interface CooperativeStop {
  readonly requested: boolean;
  request(): void;
  reset(): void;
  /** Whether it is Stop that made a cell throw this: then it is nobody's mistake. */
  caused(thrown: unknown): boolean;
  readonly around: TrainingWrapper;
}

export function createCooperativeStop(tf: TensorFlow): CooperativeStop {
  let requested = false;
  const training = new Set<LayersModel>();

  function refuseWhenStopped(): void {
    if (requested) throw new StopSignal();
  }

  const { nextFrame } = tf;
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
    caused(thrown) {
      if (isInstance(thrown, StopSignal)) return true;
      return requested && isCourseError(thrown) && thrown.failure.code === 'cancelled';
    },
    async around({ model }, proceed) {
      refuseWhenStopped();
      training.add(model);
      try {
        const history = await proceed();
        // A short fit never yields by itself, and a loop of them would never hear of Stop.
        await nextFrame();
        return history;
      } finally {
        training.delete(model);
      }
    },
  };
}
