import type { LayersModel } from '@tensorflow/tfjs';
import type { Training } from '../../protocol/training.ts';
import { trainingLimits } from '../../protocol/training-limits.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import type { describeTraining } from './describe-training.ts';

/** The run of a cell that a training belongs to. */
export interface TrainingOwner {
  readonly cell: string;
  readonly run: number;
}

interface TrainingLogScript {
  readonly describeTraining: typeof describeTraining;
}

/**
 * Tells of every training of the cells as it ends, also of one that Stop or an error ended. Describing it is a script of its
 * own, which comes while the first one trains; where it does not come, the training goes untold.
 * @returns to be called when a run begins: trainings that begin from then on are its own
 */
export function logTrainings(
  tf: TensorFlow,
  load: () => Promise<unknown>,
  isStopped: () => boolean,
  tell: (owner: TrainingOwner, training: Training) => void,
): (owner: TrainingOwner) => void {
  let current: { readonly owner: TrainingOwner; told: number } | null = null;

  for (const name of ['fit', 'fitDataset'] as const) {
    replaceMethod(tf.LayersModel.prototype, name, (train) => {
      return async function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        const run = current;
        const { history: before, optimizer } = model;
        const learningRate: unknown = optimizer && Reflect.get(optimizer, 'learningRate');
        const began = performance.now();
        // Asked for once: Stop cancels what is on its way, and a stopped fit must not wait for it again.
        const script = load() as Promise<TrainingLogScript>;
        script.catch(() => {});
        let outcome: Training['outcome'] = 'failed';
        try {
          const result = await train.apply(model, args);
          outcome = 'done';
          return result;
        } finally {
          // What tfjs refuses before its first batch was no training.
          if (run !== null && model.history !== before && run.told++ < trainingLimits.perRun) {
            if (isStopped()) outcome = 'stopped';
            const facts = { outcome, milliseconds: performance.now() - began, learningRate };
            await script
              .then(async ({ describeTraining: describe }) =>
                tell(run.owner, await describe(tf.getBackend(), model, facts)),
              )
              .catch(() => {});
          }
        }
      };
    });
  }
  return (owner) => {
    current = { owner, told: 0 };
  };
}
