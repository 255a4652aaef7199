import type { LayersModel } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import type { Training, TrainingEvent, TrainingPlace } from '../../protocol/training.ts';
import { trainingLimits } from '../../protocol/training-limits.ts';
import { describeTraining } from './describe-training.ts';

/** The least time between two reports of a training that goes on, in milliseconds. */
const reportInterval = 1000;

export interface TrainingLog {
  /** Calls `train` with the cell's options and one more callback, and reports the training. */
  train(model: LayersModel, train: (options: object) => Promise<unknown>, options: unknown): Promise<unknown>;
  /**
   * Returns the place of a model's last training in the log.
   * @param model of a `tf.sequential`, its inner model
   */
  placeOf(model: LayersModel): TrainingPlace | undefined;
}

/**
 * Reports every training to the page while it goes on and when it ends, is stopped or fails. If its worker is terminated, the
 * page has the last report.
 */
export function createTrainingLog({
  tf,
  run: currentRun,
  isStopped,
  post,
}: Pick<LibraryDependencies, 'tf' | 'run' | 'isStopped' | 'post'>): TrainingLog {
  const places = new WeakMap<LayersModel, TrainingPlace>();
  let latest: TrainingPlace = { run: 0, number: 0 };

  /** Calls `report` after a batch if `reportInterval` has passed. */
  class ReportCallback extends tf.Callback {
    readonly #report: () => void;
    #due = performance.now() + reportInterval / 2;

    constructor(report: () => void) {
      super();
      this.#report = report;
    }

    override async onBatchEnd(): Promise<void> {
      if (performance.now() < this.#due) return;
      this.#due = performance.now() + reportInterval;
      this.#report();
    }
  }

  return {
    async train(model, train, given) {
      // A training belongs to the run in which it begins.
      const { cell, run } = currentRun();
      const { history: before, optimizer } = model;
      const learningRate: unknown = optimizer && Reflect.get(optimizer, 'learningRate');
      const began = performance.now();
      let place: TrainingPlace | null = null;

      async function report(outcome: Training['outcome']): Promise<void> {
        // If tfjs throws before the first batch, no training has begun.
        if (model.history === before) return;
        if (place === null) {
          place = { run, number: latest.run === run ? latest.number + 1 : 1 };
          latest = place;
          places.set(model, place);
        }
        if (place.number > trainingLimits.perRun) return;
        const facts = { outcome, milliseconds: performance.now() - began, learningRate };
        const training = await describeTraining(tf, model, facts);
        const event: TrainingEvent = { type: 'training', place, training };
        post({ type: 'training', cell, run, event });
      }

      const options: { readonly callbacks?: unknown } = Object(given);
      const reportCallback = new ReportCallback(() => void report('ended').catch(() => {}));
      let outcome: Training['outcome'] = 'failed';
      try {
        // `fit` yields to the event loop only if a plain object is among the callbacks; `fit-progress.ts` accepts a mixed list.
        const callbacks = [options.callbacks ?? {}, reportCallback].flat();
        const result = await train({ ...options, callbacks });
        outcome = 'done';
        return result;
      } finally {
        await report(isStopped() ? 'stopped' : outcome).catch(() => {});
      }
    },
    placeOf: (model) => places.get(model),
  };
}
