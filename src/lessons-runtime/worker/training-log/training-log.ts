import type { LayersModel } from '@tensorflow/tfjs';
import { BaseCallback } from '@tensorflow/tfjs-layers/dist/base_callbacks';
import type { Training, TrainingPlace } from '../../protocol/training.ts';
import { trainingLimits } from '../../protocol/training-limits.ts';
import { type CallbackOptions, standardCallbacks } from '../keras/standard-callbacks.ts';
import type { KernelPort } from '../kernel-port.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import type { describeTraining } from './describe-training.ts';

/** The last training of a model; of a `tf.sequential`, of the one inside. `undefined` where there was none. */
export type TrainingOf = (model: LayersModel) => TrainingPlace | undefined;

interface TrainingLogScript {
  readonly describeTraining: typeof describeTraining;
}

/** How often a training under way is told of: what the page knows of it should its worker be ended. */
const tellMilliseconds = 1000;

/** Called after each batch, which costs a training nothing. */
class BatchListener extends BaseCallback {
  readonly #act: () => void;

  constructor(act: () => void) {
    super();
    this.#act = act;
  }

  override async onBatchEnd(): Promise<void> {
    this.#act();
  }
}

/**
 * Tells of every training of the cells while it goes on and as it ends, also of one that Stop or an error ended. Describing
 * it is a script of its own, which comes with the first one; where it does not come, the training goes untold.
 */
export function logTrainings(deps: {
  readonly tf: TensorFlow;
  readonly load: () => Promise<unknown>;
  readonly isStopped: () => boolean;
  /** The run under way: a training that begins is its own. */
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly post: KernelPort['post'];
}): TrainingOf {
  const { tf } = deps;
  const places = new WeakMap<LayersModel, TrainingPlace>();
  let latest: TrainingPlace = { run: 0, number: 0 };

  for (const name of ['fit', 'fitDataset'] as const) {
    /** Where the method has its options. */
    const at = name === 'fit' ? 2 : 1;
    replaceMethod(tf.LayersModel.prototype, name, (train) => {
      return async function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        const { cell, run } = deps.run();
        const { history: before, optimizer } = model;
        const learningRate: unknown = optimizer && Reflect.get(optimizer, 'learningRate');
        // Asked for once, and before: a training that never yields lets nothing in any more, and Stop cancels what is on its way.
        const script = (await deps.load().catch(() => null)) as TrainingLogScript | null;
        const began = performance.now();
        let due = began + tellMilliseconds / 2;
        let place: TrainingPlace | null = null;

        async function tell(outcome: Training['outcome']): Promise<void> {
          // What tfjs refuses before its first batch was no training.
          if (model.history === before) return;
          if (place === null) {
            place = { run, number: latest.run === run ? latest.number + 1 : 1 };
            latest = place;
            places.set(model, place);
          }
          if (place.number > trainingLimits.perRun) return;
          const facts = { outcome, milliseconds: performance.now() - began, learningRate };
          const training = await script?.describeTraining(tf.getBackend(), model, facts);
          if (training === undefined) return;
          deps.post({ type: 'training', cell, run, told: { is: 'training', place, training } });
        }

        const listener = new BatchListener(() => {
          if (performance.now() < due) return;
          due = performance.now() + tellMilliseconds;
          tell('ended').catch(() => {});
        });
        const options: CallbackOptions = Object(args[at]);
        const callbacks = [...standardCallbacks(options), listener];
        let outcome: Training['outcome'] = 'failed';
        try {
          const given = [...args.slice(0, at), { ...options, callbacks }];
          const result = await train.apply(model, given);
          outcome = 'done';
          return result;
        } finally {
          await tell(deps.isStopped() ? 'stopped' : outcome).catch(() => {});
        }
      };
    });
  }
  return (model) => places.get(model);
}
