import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { wrapTraining } from './wrap-training.ts';

/** A training about to begin, as `fit` or `fitDataset` was called. */
export interface WatchedTraining {
  /** The model that does the work: of a `tf.sequential`, the one inside. */
  readonly model: LayersModel;
  /** `fit`'s; of a dataset, nobody has seen them yet. */
  readonly data: { readonly xs: unknown; readonly ys: unknown } | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** Engine's stacks, which hold the learner's lines. */
  readonly fitStack: string;
  readonly compileStack: string;
}

/** Looks on while a model is trained. It never keeps a training from going on. */
export interface TrainingWatch {
  /** @returns the options to train with, and what to call when the training ended well */
  begin(training: WatchedTraining): Promise<{
    readonly options: Readonly<Record<string, unknown>>;
    end(): Promise<void>;
  }>;
}

/** Puts the watch around `fit` and `fitDataset`; where its script cannot be loaded, training goes on without. */
export function watchTraining(tf: TensorFlow, load: () => Promise<TrainingWatch>): void {
  const { prototype } = tf.LayersModel;
  const compileStacks = new WeakMap<object, string>();

  replaceMethod(prototype, 'compile', (compile) => {
    return function (this: unknown, ...args: unknown[]) {
      compileStacks.set(this as object, stackHere());
      return compile.apply(this, args);
    };
  });
  wrapTraining(tf, async ({ model, data: [xs, ys], options: given, train }) => {
    const compileStack = compileStacks.get(model);
    const watch = compileStack === undefined ? null : await load().catch(() => null);
    if (watch === null || compileStack === undefined) return await train(given);
    const { options, end } = await watch.begin({
      model,
      data: ys === undefined ? null : { xs, ys },
      options: Object(given),
      fitStack: stackHere(),
      compileStack,
    });
    const result = await train(options);
    await end();
    return result;
  });
}

function stackHere(): string {
  return new Error().stack ?? '';
}
