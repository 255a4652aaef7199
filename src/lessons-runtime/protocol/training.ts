import * as v from 'valibot';
import { trainingLimits as limits } from './training-limits.ts';

const text = v.pipe(v.string(), v.maxLength(limits.text));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** NaN and the infinities too: they are what the record of a training that went astray has to show. */
const numbers = v.pipe(
  v.array(v.custom<number>((value) => typeof value === 'number')),
  v.maxLength(limits.epochs),
);

/**
 * A training (`fit`, `fitDataset`) that is over. `epoch` holds the numbers of the epochs that it finished, from 1, and each
 * curve a value for each of them; `null` is what does not apply, or what nobody can tell.
 */
export const trainingSchema = v.pipe(
  v.object({
    outcome: v.picklist(['done', 'failed', 'stopped']),
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

export type Training = v.InferOutput<typeof trainingSchema>;
