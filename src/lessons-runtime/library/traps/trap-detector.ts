import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { CellPlaces } from '../../kernel/cell-places.ts';
import { isBatchNormalization, leafLayers } from '../../kernel/network/layers.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import type { TrainingWatch, WatchedTraining } from '../watched-training.ts';
import { classesOf } from './classifier.ts';
import { classesOfOldHead, classPredictedForAll, isSoftmaxOfOne } from './data-traps.ts';
import { isHardlyBetterThanGuessing, isStuckAtGuessing, type LossTrap, newestLossTrap } from './loss-trap.ts';
import { countSharedRows } from './shared-rows.ts';
import { type Rate, trapWords } from './trap-words.ts';

/** A share of the validation data that is also trained on: fewer may be twins that the world made. */
const sharedShare = 0.05;

/** How an earlier training of a model ended. */
interface Ended {
  readonly loss: number;
  /** tfjs's handle of the labels, which outlives no one. */
  readonly labels: WeakRef<object>;
}

/**
 * Watches trainings for what learners fall into: a rate too high (NaN, a jump of the loss, above all in fine-tuning), a loss
 * that stays at guessing, one class told to all, validation data that was trained on, a head of other classes. Says so in the
 * cell that trains, with the line to change, once for each `compile`.
 */
export function createTrapDetector(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
  readonly trace: CellPlaces['trace'];
}): TrainingWatch {
  const { tf, capture } = deps;
  const words = trapWords[deps.language];
  /** By the last layer: `tf.sequential` makes its inner model anew with each `compile`. */
  const endings = new WeakMap<object, Ended>();
  /** By the `compile` that a training follows, and its rate: a loop that trains says a thing once. */
  const told = new WeakMap<LayersModel, { readonly compiled: string; readonly texts: Set<string> }>();
  /** Validation data that was compared, by the training data. */
  const compared = new WeakMap<object, WeakSet<object>>();

  function tell(training: WatchedTraining, trap: string, text: string, at: 'compile' | 'fit'): void {
    const { model, compileStack, fitStack } = training;
    let known = told.get(model);
    const compiled = `${rateOf(model).rate} ${compileStack}`;
    if (known?.compiled !== compiled) known = { compiled, texts: new Set() };
    told.set(model, known);
    if (known.texts.has(trap)) return;
    known.texts.add(trap);
    const [place] = deps.trace(at === 'compile' ? compileStack : fitStack);
    const note: OutputOf<'note'> = { kind: 'note', level: 'warn', text };
    capture.show(place === undefined ? note : { ...note, place });
  }

  function isTensor(value: unknown): value is Tensor {
    return value instanceof tf.Tensor;
  }

  async function lookAtHead(training: WatchedTraining): Promise<void> {
    const { model, data } = training;
    if (classesOf(model) === null && !isSoftmaxOfOne(model)) return;
    if (isSoftmaxOfOne(model)) tell(training, 'head', words.softmaxOfOne, 'fit');
    else if (isTensor(data?.ys)) {
      const units = model.outputs[0]?.shape.at(-1) ?? 0;
      const classes = await classesOfOldHead(model, data.ys);
      if (classes !== null) tell(training, 'head', words.oldHead(units, classes), 'fit');
    }
  }

  async function lookAtValidation(training: WatchedTraining): Promise<void> {
    const [held] = heldOut(training);
    const xs = training.data?.xs;
    if (!isTensor(held) || !isTensor(xs)) return;
    const known = compared.get(xs.dataId) ?? new WeakSet();
    compared.set(xs.dataId, known);
    if (known.has(held.dataId)) return;
    known.add(held.dataId);
    const [rows = 0] = held.shape;
    const shared = await countSharedRows(tf, xs, held);
    if (shared > 0 && shared >= sharedShare * rows)
      tell(training, 'shared', words.sharedRows(shared, rows), 'fit');
  }

  function lossBefore({ model, data }: WatchedTraining): number | null {
    const ended = endings.get(headOf(model));
    const isSame = isTensor(data?.ys) && ended?.labels.deref() === data.ys.dataId;
    // Thawed, such a layer computes otherwise from the first batch on, whatever the rate.
    const normalizes = leafLayers(model).some((layer) => layer.trainable && isBatchNormalization(layer));
    return isSame && !normalizes ? ended.loss : null;
  }

  function lossText(trap: LossTrap, rate: Rate): string {
    switch (trap.kind) {
      case 'nan':
        return words.nan(trap.epoch, rate);
      case 'jump':
        return words.jump(trap.epoch, trap.before, trap.loss, rate);
      case 'fine-tuning-jump':
        return words.fineTuningJump(trap.before, trap.loss, rate);
    }
  }

  /** After a training in which nothing else was found. */
  async function lookAtOutcome(training: WatchedTraining, losses: readonly number[]): Promise<void> {
    const { model, data } = training;
    const classes = classesOf(model);
    if (classes === null) return;
    if (isStuckAtGuessing(losses, classes)) {
      tell(training, 'stuck', words.stuck(classes, losses.at(-1) ?? 0, rateOf(model)), 'compile');
      return;
    }
    const [xs, ys] = heldOut(training).every(isTensor) ? heldOut(training) : [data?.xs, data?.ys];
    if (!isHardlyBetterThanGuessing(losses, classes) || !isTensor(xs) || !isTensor(ys)) return;
    const all = await classPredictedForAll(tf, model, xs, ys);
    if (all !== null) tell(training, 'one-class', words.oneClass(all.place, all.examples), 'fit');
  }

  return {
    async begin(training) {
      const losses: number[] = [];
      const before = lossBefore(training);
      const classes = classesOf(training.model);
      const guessing = classes === null ? null : Math.log(classes);
      let found: LossTrap | null = null;
      await quietly(async () => {
        await lookAtHead(training);
        await lookAtValidation(training);
      });
      const listener = new tf.CustomCallback(
        {
          async onEpochEnd(_epoch, logs) {
            losses.push(logs?.['loss'] ?? Number.NaN);
            if (found !== null) return;
            found = newestLossTrap(losses, before, guessing);
            if (found !== null) tell(training, 'loss', lossText(found, rateOf(training.model)), 'compile');
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
            endings.set(headOf(model), { loss, labels: new WeakRef(data.ys.dataId) });
          if (found === null) await quietly(() => lookAtOutcome(training, losses));
        },
      };
    },
  };
}

/** A training must not fail over what only looks on. */
async function quietly(look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch {
    // Data or models of a kind that was not foreseen: then nothing is said of them.
  }
}

function heldOut({ options }: WatchedTraining): readonly unknown[] {
  const held = options['validationData'];
  return Array.isArray(held) ? held.slice(0, 2) : [undefined, undefined];
}

/** What a model is known by, though its wrapping may be new. */
function headOf(model: LayersModel): object {
  return model.layers.at(-1) ?? model;
}

function rateOf({ optimizer }: LayersModel): Rate {
  const { learningRate } = optimizer as { readonly learningRate?: unknown };
  return {
    optimizer: optimizer.getClassName(),
    rate: typeof learningRate === 'number' ? learningRate : null,
  };
}
