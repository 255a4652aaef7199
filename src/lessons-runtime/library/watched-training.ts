import type { LayersModel } from '@tensorflow/tfjs';

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
