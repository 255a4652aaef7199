import type { TensorFlow } from '../kernel/tensorflow.ts';
import { asCurves } from './read-curves.ts';
import { assertFits, badShape, type Content, isRecord, labelOf, type Reading } from './reading.ts';

const expected = "(history, ['loss', …])";

/**
 * Reads the data of `show.history`: the result of `fit`, or logs collected by a callback (one list, or one for each metric).
 * The epochs of a result of `fit` have the numbers that `fit` prints, from 1; logs are counted from 1.
 *
 * @throws {TypeError} if the history has another shape or lacks a metric
 */
export async function readHistory(
  tf: TensorFlow,
  reading: Reading<'show.history'>,
  history: unknown,
  metrics: unknown,
): Promise<Content<'show.history'>> {
  if (!Array.isArray(metrics)) throw badShape(reading, expected, 'metrics');
  assertFits(reading, 'series', metrics.length);
  const epochs = epochsOf(history);
  const series = metrics.map(async (metric: unknown, place) => {
    const name = labelOf(metric);
    const y = await Promise.all(valuesOf(reading, history, name, place).map((value) => numberOf(tf, value)));
    return { name, x: y.map((_, at) => (epochs[at] ?? at) + 1), y };
  });
  return { path: 'show.history', ...asCurves(await Promise.all(series)) };
}

/** Whether a value is the result of `fit`, and not logs collected by a callback. */
export function isFitHistory(history: unknown): boolean {
  return isRecord(history) && isRecord(history['history']);
}

/** Returns the numbers of a history's epochs, from 0 as tfjs counts them; none if they are unknown. */
function epochsOf(history: unknown): readonly number[] {
  const epochs = isRecord(history) ? history['epoch'] : undefined;
  return Array.isArray(epochs) && epochs.every(Number.isInteger) ? epochs : [];
}

function valuesOf(reading: Reading, history: unknown, metric: string, place: number): readonly unknown[] {
  if (Array.isArray(history)) {
    const logs: unknown = Array.isArray(history[0]) ? history[place] : history;
    if (!Array.isArray(logs)) throw badShape(reading, expected, `history[${place}]`);
    return logs.map((log: unknown) => (isRecord(log) ? log[metric] : undefined));
  }
  const known = isRecord(history) ? history['history'] : undefined;
  if (!isRecord(known)) throw badShape(reading, expected, 'history');
  const values = Object.hasOwn(known, metric) ? known[metric] : undefined;
  if (!Array.isArray(values)) throw new TypeError(reading.words.noMetric(metric, Object.keys(known)));
  return values;
}

/** Returns a log as a number; tfjs leaves some logs on the device as scalars. */
async function numberOf(tf: TensorFlow, value: unknown): Promise<number> {
  if (value instanceof tf.Tensor) return (await value.data())[0] ?? Number.NaN;
  return typeof value === 'number' ? value : Number.NaN;
}
