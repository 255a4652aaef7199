import type { LayersModel } from '@tensorflow/tfjs';

/** A call of `fit` or `fitDataset`, before the training begins. */
export interface WatchedTraining {
  /** The model that is trained; of a `tf.sequential`, its inner model. */
  readonly model: LayersModel;
  /** The data of `fit`; `null` for a dataset, which has not been read yet. */
  readonly data: { readonly xs: unknown; readonly ys: unknown } | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** The JavaScript engine's stacks at the call and at the last `compile`, which contain the learner's lines. */
  readonly fitStack: string;
  readonly compileStack: string;
}

/** Observes trainings. It must not make one fail. */
export interface TrainingWatch {
  /** @returns the options to train with, and a function to call when the training has completed */
  begin(training: WatchedTraining): Promise<{
    readonly options: Readonly<Record<string, unknown>>;
    end(): Promise<void>;
  }>;
}
