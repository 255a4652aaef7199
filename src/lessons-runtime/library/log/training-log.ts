import type { LayersModel } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import type { Training, TrainingEvent, TrainingPlace } from '../../protocol/training.ts';
import { trainingLimits } from '../../protocol/training-limits.ts';
import { describeTraining } from './describe-training.ts';

/** How often a training under way is told of: what the page knows of it should its worker be ended. */
const tellMilliseconds = 1000;

export interface TrainingLog {
  /** Trains, with the options that a cell gave and a callback more. */
  train(model: LayersModel, train: (options: object) => Promise<unknown>, options: unknown): Promise<unknown>;
  /** The last training of a model; of a `tf.sequential`, of the one inside. `undefined` where there was none. */
  placeOf(model: LayersModel): TrainingPlace | undefined;
}

/**
 * Tells the page of every training of the cells while it goes on and as it ends, also of one that Stop or an error ended. The
 * page keeps the last that it heard of one whose worker is ended.
 */
export function createTrainingLog({
  tf,
  run: currentRun,
  isStopped,
  post,
}: Pick<LibraryDependencies, 'tf' | 'run' | 'isStopped' | 'post'>): TrainingLog {
  const places = new WeakMap<LayersModel, TrainingPlace>();
  let latest: TrainingPlace = { run: 0, number: 0 };

  /** Called after each batch: it looks at the clock, which costs a training nothing. */
  class Listener extends tf.Callback {
    readonly #act: () => void;
    #due = performance.now() + tellMilliseconds / 2;

    constructor(act: () => void) {
      super();
      this.#act = act;
    }

    override async onBatchEnd(): Promise<void> {
      if (performance.now() < this.#due) return;
      this.#due = performance.now() + tellMilliseconds;
      this.#act();
    }
  }

  return {
    async train(model, train, given) {
      // The run that a training begins in is its own.
      const { cell, run } = currentRun();
      const { history: before, optimizer } = model;
      const learningRate: unknown = optimizer && Reflect.get(optimizer, 'learningRate');
      const began = performance.now();
      let place: TrainingPlace | null = null;

      async function report(outcome: Training['outcome']): Promise<void> {
        // What tfjs refuses before its first batch was no training.
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

      const options = Object(given) as { readonly callbacks?: unknown };
      const listener = new Listener(() => void report('ended').catch(() => {}));
      let outcome: Training['outcome'] = 'failed';
      try {
        // Without a plain object among them a fit would not yield; `fit-progress.ts` takes each for what it is.
        const callbacks = [options.callbacks ?? {}, listener].flat();
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
