import type { LayersModel } from '@tensorflow/tfjs';
import { createDeferred, type Deferred } from '../shared/deferred.ts';
import { isInstance } from './errors/explain-error.ts';
import { type WaitFor, withStoppableSteps } from './stoppable-steps.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { TrainingWrapper } from './training/around-fit.ts';

/** Thrown in a cell after Stop. Not an `Error`, because it is not a mistake of the cell. */
class StopSignal {
  readonly name = 'StopSignal';
}

/** Copied before a cell can replace them. */
const { setTimeout } = globalThis;
const now = performance.now.bind(performance);

/**
 * How long trainings, frames and reads of tensors that are under way may take to end by themselves after Stop, so that they
 * leave their models and tensors in order. With `settleMilliseconds`, it is shorter than the grace period of the page.
 */
const patienceMilliseconds = 300;
const pollMilliseconds = 10;
/** How long the code of a cell may take to end once nothing that it awaits is pending. */
const settleMilliseconds = 50;
/** How often a cell may catch the signal. After that, what it awaits never settles, so that a loop that retries ends. */
const signalLimit = 5;
/** The longest time in which a cell that awaits may keep the worker from receiving Stop. */
const turnMilliseconds = 50;

/** Returns a promise that rejects if the code of a run does not end after Stop, which is no error if nothing waits for it. */
function createAbandonment(): Deferred<never> {
  const abandonment = createDeferred<never>();
  abandonment.promise.catch(() => {});
  return abandonment;
}

/** The function `$wait` of compiled cells (see `compile/compile-cell.ts`). */
export type Wait = WaitFor & { readonly each: (iterable: unknown) => unknown };

/**
 * Ends a run that yields after Stop. Everything that its code awaits rejects with a `StopSignal`, its timers are cleared, and
 * what it calls to show something throws the signal. A running `fit` ends after its current batch and keeps its weights; later
 * calls of `fit` and `tf.nextFrame` throw the signal. Code that catches the signal again and again is left suspended.
 */
export interface CooperativeStop {
  readonly requested: boolean;
  request(): void;
  /** Called before a run. */
  begin(): void;
  /** Called after a run: ends the work that a stopped run leaves behind. */
  end(): void;
  readonly wait: Wait;
  /** Returns the promise of a cell's code, which rejects if the code does not end after Stop. */
  ofRun<T>(code: Promise<T>): Promise<T>;
  /**
   * Throws the signal after Stop; before, returns `false`. Once a cell has caught it too often, returns `true`: the caller does
   * nothing, so that the cell reaches its next `await`.
   */
  refuses(): boolean;
  /** Returns whether a cell threw a value because of Stop. */
  caused(thrown: unknown): boolean;
  readonly around: TrainingWrapper;
}

/**
 * @param work what cells started; `isBusy` is whether trainings, frames or reads of tensors are under way
 * @param repair restores what cells changed in the realm, before the kernel continues while a cell's code has not ended
 */
export function createCooperativeStop(
  tf: TensorFlow,
  work: { readonly isBusy: boolean; clearTimers(): void },
  repair: () => void,
): CooperativeStop {
  let requested = false;
  let signals = 0;
  let lastTurn = now();
  /** Of the current run. */
  let abandoned = createAbandonment();
  const training = new Set<LayersModel>();
  /** Rejects what cells await, in the order in which they started to. */
  const waits = new Set<(reason: StopSignal) => void>();
  const { nextFrame } = tf;

  function throwWhenStopped(): void {
    if (requested) throw new StopSignal();
  }

  Object.assign(tf, {
    async nextFrame(): Promise<void> {
      await nextFrame();
      throwWhenStopped();
    },
  });

  /** A loop whose awaits are settled already would never let the worker receive a message. */
  function isTurnDue(): boolean {
    return now() - lastTurn > turnMilliseconds;
  }

  /** Settles like `value`, but rejects after Stop. Async stack traces pass through it, because `value` gets one reaction only. */
  async function settled<T>(value: T): Promise<Awaited<T>> {
    const waiting = createDeferred<Awaited<T>>();
    waits.add(waiting.reject);
    Promise.resolve(value).then(waiting.resolve, waiting.reject);
    try {
      const result = await waiting.promise;
      if (isTurnDue()) {
        await nextFrame();
        lastTurn = now();
      }
      return result;
    } finally {
      waits.delete(waiting.reject);
    }
  }

  function wait<T>(value: T): T | Promise<Awaited<T>> {
    if (requested) {
      Promise.resolve(value).catch(() => {});
      signals += 1;
      return signals > signalLimit ? new Promise(() => {}) : Promise.reject(new StopSignal());
    }
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    return isObject || isTurnDue() ? settled(value) : value;
  }

  function rejectWaits(): void {
    for (const reject of waits) reject(new StopSignal());
    waits.clear();
  }

  async function endWaits(run: Deferred<never>): Promise<void> {
    const isOver = () => abandoned !== run;
    const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
    const end = now() + patienceMilliseconds;
    while (work.isBusy && now() < end && !isOver()) await pause(pollMilliseconds);
    repair();
    if (isOver()) return;
    rejectWaits();
    await pause(settleMilliseconds);
    repair();
    if (!isOver()) run.reject(new StopSignal());
  }

  return {
    get requested() {
      return requested;
    },
    request() {
      requested = true;
      for (const model of training) model.stopTraining = true;
      work.clearTimers();
      void endWaits(abandoned);
    },
    begin() {
      requested = false;
      signals = 0;
    },
    end() {
      abandoned = createAbandonment();
      if (requested) rejectWaits();
    },
    wait: Object.assign(wait, { each: withStoppableSteps(wait) }),
    ofRun: (code) => Promise.race([code, abandoned.promise]),
    refuses() {
      if (!requested) return false;
      signals += 1;
      if (signals <= signalLimit) throw new StopSignal();
      return true;
    },
    caused: (thrown) => requested || isInstance(thrown, StopSignal),
    async around({ model }, proceed) {
      throwWhenStopped();
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
