import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { CellPlaces } from '../../kernel/cell-places.ts';
import { isBatchNormalization, leafLayers } from '../../kernel/network/layers.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import type { TrainingWatch, WatchedTraining } from '../watched-training.ts';
import { classesOf } from './classifier.ts';
import { classesOfOldHead, classPredictedForAll, isSoftmaxOfOne } from './data-pitfalls.ts';
import {
  detectLossPitfall,
  isHardlyBetterThanGuessing,
  isStuckAtGuessing,
  type LossPitfall,
} from './loss-pitfall.ts';
import { type OptimizerRate, pitfallWords } from './pitfall-words.ts';
import { countSharedRows } from './shared-rows.ts';

/** The least share of validation data that is also training data to report: fewer may be natural duplicates. */
const minSharedShare = 0.05;

/** The result of a model's earlier training. */
interface EarlierTraining {
  readonly loss: number;
  /** tfjs's `dataId` of the labels. */
  readonly labels: WeakRef<object>;
}

/**
 * Creates a watch that detects common mistakes in training: a learning rate that is too high (NaN, a jump of the loss, above
 * all in fine-tuning), a loss that stays at that of random guessing, the same class predicted for all examples, validation
 * data that are also training data, a head for other classes. Each is a note below the cell that trains, with the line to
 * change, shown once for each `compile`.
 */
export function createPitfallDetector(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
  readonly trace: CellPlaces['trace'];
}): TrainingWatch {
  const { tf, capture } = deps;
  const words = pitfallWords[deps.language];
  /** By the last layer, because `tf.sequential` creates a new inner model with each `compile`. */
  const earlierTrainings = new WeakMap<object, EarlierTraining>();
  /** The pitfalls reported since a `compile`, which its stack and rate identify: a loop that trains reports each once. */
  const reported = new WeakMap<LayersModel, { readonly compiled: string; readonly pitfalls: Set<string> }>();
  /** The validation data already compared, by the training data. */
  const compared = new WeakMap<object, WeakSet<object>>();

  /** Shows a note that refers to the line of the last `compile` or of `fit`. */
  function report(training: WatchedTraining, pitfall: string, text: string, at: 'compile' | 'fit'): void {
    const { model, compileStack, fitStack } = training;
    let current = reported.get(model);
    const compiled = `${rateOf(model).rate} ${compileStack}`;
    if (current?.compiled !== compiled) current = { compiled, pitfalls: new Set() };
    reported.set(model, current);
    if (current.pitfalls.has(pitfall)) return;
    current.pitfalls.add(pitfall);
    const [place] = deps.trace(at === 'compile' ? compileStack : fitStack);
    const note: OutputOf<'note'> = { kind: 'note', level: 'warn', text };
    capture.show(place === undefined ? note : { ...note, place });
  }

  function isTensor(value: unknown): value is Tensor {
    return value instanceof tf.Tensor;
  }

  async function checkHead(training: WatchedTraining): Promise<void> {
    const { model, data } = training;
    if (isSoftmaxOfOne(model)) {
      report(training, 'head', words.softmaxOfOne, 'fit');
    } else if (classesOf(model) !== null && isTensor(data?.ys)) {
      const units = model.outputs[0]?.shape.at(-1) ?? 0;
      const classes = await classesOfOldHead(model, data.ys);
      if (classes !== null) report(training, 'head', words.oldHead(units, classes), 'fit');
    }
  }

  async function checkSharedRows(training: WatchedTraining): Promise<void> {
    const [validationXs] = validationData(training);
    const xs = training.data?.xs;
    if (!isTensor(validationXs) || !isTensor(xs)) return;
    const comparedWith = compared.get(xs.dataId) ?? new WeakSet();
    compared.set(xs.dataId, comparedWith);
    if (comparedWith.has(validationXs.dataId)) return;
    comparedWith.add(validationXs.dataId);
    const [rows = 0] = validationXs.shape;
    const shared = await countSharedRows(tf, xs, validationXs);
    if (shared > 0 && shared >= minSharedShare * rows)
      report(training, 'shared', words.sharedRows(shared, rows), 'fit');
  }

  /** Returns the final loss of the model's earlier training if it is comparable. */
  function lossBefore({ model, data }: WatchedTraining): number | null {
    const earlier = earlierTrainings.get(headOf(model));
    const hasSameLabels = isTensor(data?.ys) && earlier?.labels.deref() === data.ys.dataId;
    // Unfrozen BatchNormalization uses the statistics of batches, so that the loss changes at any learning rate.
    const normalizes = leafLayers(model).some((layer) => layer.trainable && isBatchNormalization(layer));
    return hasSameLabels && !normalizes ? earlier.loss : null;
  }

  function lossText(pitfall: LossPitfall, rate: OptimizerRate): string {
    switch (pitfall.kind) {
      case 'nan':
        return words.nan(pitfall.epoch, rate);
      case 'jump':
        return words.jump(pitfall.epoch, pitfall.before, pitfall.loss, rate);
      case 'fine-tuning-jump':
        return words.fineTuningJump(pitfall.before, pitfall.loss, rate);
    }
  }

  /** Checks the result of a training without a loss pitfall. */
  async function checkResult(training: WatchedTraining, losses: readonly number[]): Promise<void> {
    const { model, data } = training;
    const classes = classesOf(model);
    if (classes === null) return;
    if (isStuckAtGuessing(losses, classes)) {
      report(training, 'stuck', words.stuck(classes, losses.at(-1) ?? 0, rateOf(model)), 'compile');
      return;
    }
    const validation = validationData(training);
    const [xs, ys] = validation.every(isTensor) ? validation : [data?.xs, data?.ys];
    if (!isHardlyBetterThanGuessing(losses, classes) || !isTensor(xs) || !isTensor(ys)) return;
    const only = await classPredictedForAll(tf, model, xs, ys);
    if (only !== null) report(training, 'one-class', words.oneClass(only.label, only.examples), 'fit');
  }

  return {
    async begin(training) {
      const losses: number[] = [];
      const before = lossBefore(training);
      const classes = classesOf(training.model);
      const guessing = classes === null ? null : Math.log(classes);
      let pitfall: LossPitfall | null = null;
      await ignoreErrors(async () => {
        await checkHead(training);
        await checkSharedRows(training);
      });
      const listener = new tf.CustomCallback(
        {
          async onEpochEnd(_epoch, logs) {
            losses.push(logs?.['loss'] ?? Number.NaN);
            if (pitfall !== null) return;
            pitfall = detectLossPitfall(losses, before, guessing);
            if (pitfall !== null)
              report(training, 'loss', lossText(pitfall, rateOf(training.model)), 'compile');
          },
        },
        'never',
      );
      const { callbacks = {} } = training.options;
      return {
        options: { ...training.options, callbacks: [callbacks, listener].flat() },
        async end() {
          const { model, data } = training;
          const loss = losses.at(-1);
          if (loss !== undefined && isTensor(data?.ys))
            earlierTrainings.set(headOf(model), { loss, labels: new WeakRef(data.ys.dataId) });
          if (pitfall === null) await ignoreErrors(() => checkResult(training, losses));
        },
      };
    },
  };
}

/** Runs a check; its errors, on unforeseen data or models, must not fail the training. */
async function ignoreErrors(check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch {
    // Nothing is reported about what cannot be checked.
  }
}

/** Returns `options.validationData` as `[xs, ys]`. */
function validationData({ options }: WatchedTraining): readonly unknown[] {
  const data = options['validationData'];
  return Array.isArray(data) ? data.slice(0, 2) : [undefined, undefined];
}

/** Returns the last layer, which identifies a model across `compile`. */
function headOf(model: LayersModel): object {
  return model.layers.at(-1) ?? model;
}

function rateOf({ optimizer }: LayersModel): OptimizerRate {
  const learningRate: unknown = Reflect.get(optimizer, 'learningRate');
  return {
    optimizer: optimizer.getClassName(),
    rate: typeof learningRate === 'number' ? learningRate : null,
  };
}
