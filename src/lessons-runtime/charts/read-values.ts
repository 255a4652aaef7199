import { arrayStats } from '@tensorflow/tfjs-vis/dist/util/math';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { chartLimits } from '../protocol/chart-limits.ts';
import type { ChartStatistics } from '../protocol/chart-options.ts';
import {
  assertLikeTfvis,
  badShape,
  type Content,
  evenIndices,
  isRecord,
  type Reading,
  type Sample,
} from './reading.ts';

interface Distribution {
  readonly values: Float64Array;
  readonly statistics: ChartStatistics;
  readonly sample: Sample;
}

/**
 * Returns tfjs-vis's statistics of all values, and the finite values in ascending order. More than `most` values are thinned to
 * evenly spaced quantiles, which preserve the shape of the histogram.
 */
export function distributionOf(all: ArrayLike<number>, most: number = chartLimits.values): Distribution {
  const list = Array.from(all);
  const statistics = Object.fromEntries(
    Object.entries(arrayStats(list)).filter(([, value]) => value !== undefined),
  );
  const finite = Float64Array.from(list.filter(Number.isFinite)).sort();
  if (finite.length <= most) return { values: finite, statistics, sample: null };
  const values = Float64Array.from(evenIndices(finite.length, most), (index) => finite[index] ?? 0);
  return { values, statistics, sample: { kept: most, of: list.length } };
}

/**
 * Reads the data of `render.histogram`: numbers, a typed array, or records `{value}`.
 *
 * @throws {TypeError} if an item is not a number
 * @throws {Error} tfjs-vis's error, if the data is not a list or its first record has no value
 */
export function readHistogram(
  reading: Reading<'render.histogram'>,
  data: unknown,
): Content<'render.histogram'> {
  if (!isArrayLike(data)) throw new Error('input data must be an array');
  const items = Array.from(data);
  const [first] = items;
  const hasRecords = isRecord(first);
  if (hasRecords) assertLikeTfvis(first['value'] != null, 'input data must have a value field');
  const values = items.map((item, at) => {
    const value = hasRecords && isRecord(item) ? item['value'] : item;
    if (value === null || value === undefined) return Number.NaN;
    if (typeof value !== 'number') throw badShape(reading, '[1, 2, …] / [{ value: 1 }, …]', `[${at}]`);
    return value;
  });
  const { sample, ...distribution } = distributionOf(values);
  return { path: 'render.histogram', data: distribution, sample };
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';
}

/** Reads the data of `show.valuesDistribution`: a tensor of numbers. @throws {TypeError} for other values */
export async function readTensorValues(
  tf: TensorFlow,
  reading: Reading<'show.valuesDistribution'>,
  tensor: unknown,
): Promise<Content<'show.valuesDistribution'>> {
  if (!(tensor instanceof tf.Tensor) || tensor.dtype === 'string') {
    throw badShape(reading, 'tf.tensor([…])', 'tensor');
  }
  const { sample, ...distribution } = distributionOf(await tensor.data());
  return { path: 'show.valuesDistribution', data: distribution, sample };
}
