import * as v from 'valibot';
import { trainingLimits as limits } from './training-limits.ts';

/** What the worker tells of the trainings of its cells. The page parses it where it keeps them: few pages ever do. */

const text = v.pipe(v.string(), v.maxLength(limits.text));
const count = v.pipe(v.number(), v.integer('integer'), v.minValue(0));
/** NaN and the infinities too: they are what the record of a training that went astray has to show. */
const numbers = v.pipe(
  v.array(v.custom<number>((value) => typeof value === 'number', 'number')),
  v.maxLength(limits.epochs),
);

/**
 * A training (`fit`, `fitDataset`). `epoch` holds the numbers of the epochs that it finished, from 1, and each curve a value
 * for each of them; `null` is what does not apply, or what nobody can tell. While it goes on its outcome is `ended`: what it
 * is if nothing more is heard, since its worker was ended.
 */
export const trainingSchema = v.pipe(
  v.object({
    outcome: v.picklist(['done', 'failed', 'stopped', 'ended']),
    /** The model's name, where the cell gave it one. */
    model: v.exactOptional(text),
    milliseconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
    backend: text,
    optimizer: text,
    /** As the training began. */
    learningRate: v.nullable(v.pipe(v.number(), v.finite())),
    loss: text,
    batchSize: v.nullable(count),
    /** Examples of an epoch. */
    samples: v.nullable(count),
    /** As asked for. */
    epochs: count,
    parameters: v.object({ trained: count, frozen: count }),
    /** The first layer with a weight that this training moved. */
    firstTrained: v.nullable(text),
    epoch: numbers,
    curves: v.pipe(v.array(v.object({ name: text, values: numbers })), v.maxLength(limits.curves)),
  }),
  v.check(
    ({ epoch, curves }) => curves.every(({ values }) => values.length === epoch.length),
    'a value each',
  ),
);

/** `values[label][prediction]`: how many examples. */
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

/** Which training of which run of a cell, both counted from 1. */
const placeSchema = v.object({
  run: v.pipe(count, v.minValue(1)),
  number: v.pipe(count, v.minValue(1), v.maxValue(limits.perRun)),
});

/** A training, again and again while it goes on and once when it is over; or how the model that it trained does on examples. */
export const trainingEventSchema = v.variant('type', [
  v.object({ type: v.literal('training'), place: placeSchema, training: trainingSchema }),
  v.object({ type: v.literal('confusion'), place: placeSchema, confusion: confusionSchema }),
]);

export type Training = v.InferOutput<typeof trainingSchema>;
export type Confusion = v.InferOutput<typeof confusionSchema>;
export type TrainingPlace = v.InferOutput<typeof placeSchema>;
export type TrainingEvent = v.InferOutput<typeof trainingEventSchema>;
