import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import type { TrainingWrapper } from '../training/around-fit.ts';

/** Tracks work that a cell started and did not await, because it may still use the cell's tensors. */
interface PendingWork {
  readonly isIdle: boolean;
  /** Whether trainings, frames or reads of tensors are under way. */
  readonly isBusy: boolean;
  /** The timer functions for cells. */
  readonly timers: Readonly<Record<string, unknown>>;
  /** Clears all timers that cells started. */
  clearTimers(): void;
  readonly around: TrainingWrapper;
}

type Timer = Parameters<typeof clearTimeout>[0];

export function createPendingWork(tf: TensorFlow): PendingWork {
  let promises = 0;
  const timers = new Set<Timer>();

  /** Counts a promise until it settles. */
  async function count<T>(promise: Promise<T>): Promise<T> {
    promises += 1;
    try {
      return await promise;
    } finally {
      promises -= 1;
    }
  }

  replaceMethod(tf.Tensor.prototype, 'data', (data) => {
    return function (this: unknown) {
      return count(Promise.resolve(data.call(this)));
    };
  });
  const { nextFrame } = tf;
  Object.assign(tf, { nextFrame: () => count(nextFrame()) });

  function forget(timer: Timer): void {
    timers.delete(timer);
  }

  return {
    get isIdle() {
      return promises === 0 && timers.size === 0;
    },
    get isBusy() {
      return promises > 0;
    },
    clearTimers() {
      // Clears intervals as well.
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    around: async (_call, proceed) => await count(proceed()),
    timers: {
      setTimeout(handler: unknown, milliseconds?: number, ...args: unknown[]) {
        const timer = setTimeout(() => {
          forget(timer);
          if (typeof handler === 'function') handler(...args);
        }, milliseconds);
        timers.add(timer);
        return timer;
      },
      setInterval(handler: unknown, milliseconds?: number, ...args: unknown[]) {
        const timer = setInterval(() => {
          if (typeof handler === 'function') handler(...args);
        }, milliseconds);
        timers.add(timer);
        return timer;
      },
      clearTimeout(timer?: number) {
        forget(timer);
        clearTimeout(timer);
      },
      clearInterval(timer?: number) {
        forget(timer);
        clearInterval(timer);
      },
    },
  };
}
