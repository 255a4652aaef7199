import * as v from 'valibot';
import { trainingLimits as limits } from './training-limits.ts';

/** The events that the worker sends about trainings of cells. Only pages that record trainings load this file and parse them. */

const text = v.pipe(v.string(), v.maxLength(limits.text));
const count = v.pipe(v.number(), v.integer('integer'), v.minValue(0));
/** Any numbers, NaN and the infinities included, because the record must show a training that diverged. */
const numbers = v.pipe(
  v.array(v.custom<number>((value) => typeof value === 'number', 'number')),
  v.maxLength(limits.epochs),
);

/**
 * A training (`fit`, `fitDataset`). `epoch` holds the numbers of the finished epochs, from 1; each curve has one value for each
 * of them. `null` means not applicable or unknown. While the training runs its outcome is `ended`, which becomes final if no
 * further event arrives because its worker was terminated.
 */
export const trainingSchema = v.pipe(
  v.object({
    outcome: v.picklist(['done', 'failed', 'stopped', 'ended']),
    /** The model's name, if the cell gave it one. */
    model: v.exactOptional(text),
    milliseconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
    backend: text,
    optimizer: text,
    /** The learning rate at the start of the training. */
    learningRate: v.nullable(v.pipe(v.number(), v.finite())),
    loss: text,
    batchSize: v.nullable(count),
    /** The number of examples in an epoch. */
    samples: v.nullable(count),
    /** The number of epochs requested. */
    epochs: count,
    /** Numbers of weights that the training updates and does not update. */
    parameters: v.object({ trained: count, frozen: count }),
    /** The first layer with a weight that this training changed. */
    firstTrained: v.nullable(text),
    epoch: numbers,
    curves: v.pipe(v.array(v.object({ name: text, values: numbers })), v.maxLength(limits.curves)),
  }),
  v.check(
    ({ epoch, curves }) => curves.every(({ values }) => values.length === epoch.length),
    'a value each',
  ),
);

/** A confusion matrix: `values[label][prediction]` is a number of examples. */
export const confusionSchema = v.pipe(
  v.object({
    labels: v.pipe(v.array(text), v.minLength(2), v.maxLength(limits.classes)),
    values: v.array(v.array(count)),
  }),
  v.check(
    ({ labels, values }) =>
      values.length === labels.length && values.every((row) => row.length === labels.length),
    'a row and a column for each class',
  ),
);

/** Identifies a training: the number of its run and its number within the run, both from 1. */
const placeSchema = v.object({
  run: v.pipe(count, v.minValue(1)),
  number: v.pipe(count, v.minValue(1), v.maxValue(limits.perRun)),
});

/**
 * `training`: the state of a training, sent repeatedly while it runs and once when it ends. `confusion`: the confusion matrix
 * of the model that the training produced.
 */
export const trainingEventSchema = v.variant('type', [
  v.object({ type: v.literal('training'), place: placeSchema, training: trainingSchema }),
  v.object({ type: v.literal('confusion'), place: placeSchema, confusion: confusionSchema }),
]);

export type Training = v.InferOutput<typeof trainingSchema>;
export type Confusion = v.InferOutput<typeof confusionSchema>;
export type TrainingPlace = v.InferOutput<typeof placeSchema>;
export type TrainingEvent = v.InferOutput<typeof trainingEventSchema>;
