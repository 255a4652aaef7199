import type { LayersModel } from '@tensorflow/tfjs';
import { isCourseError } from '../protocol/failure.ts';
import { isInstance } from './errors/explain-error.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { TrainingWrapper } from './training/around-fit.ts';

/** Thrown in a cell after Stop. Not an `Error`, because it is not a mistake of the cell. */
class StopSignal {
  readonly name = 'StopSignal';
}

/**
 * Ends a run that yields after Stop: a running `fit` ends after its current batch and keeps its weights; later calls of `fit`
 * and `tf.nextFrame` throw a `StopSignal`.
 */
interface CooperativeStop {
  readonly requested: boolean;
  request(): void;
  reset(): void;
  /** Returns whether a cell threw a value because of Stop. */
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
        // Yields, because a short `fit` does not, and a loop of them would never receive Stop.
        await nextFrame();
        return history;
      } finally {
        training.delete(model);
      }
    },
  };
}
