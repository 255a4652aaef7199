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
 * The statistics of all values, by tfjs-vis's own count, and the finite ones in order: at most `most`, as evenly spread
 * quantiles, which keep the histogram's shape.
 */
export function distributionOf(all: ArrayLike<number>, most: number = chartLimits.values): Distribution {
  const list = Array.from(all);
  const statistics = Object.fromEntries(
    Object.entries(arrayStats(list)).filter(([, value]) => value !== undefined),
  );
  const finite = Float64Array.from(list.filter(Number.isFinite)).sort();
  if (finite.length <= most) return { values: finite, statistics, sample: null };
  const values = Float64Array.from(evenIndices(finite.length, most), (place) => finite[place] ?? 0);
  return { values, statistics, sample: { kept: most, of: list.length } };
}

/** What `render.histogram` takes: numbers, a typed array, or `{value}` records. @throws {Error} tfjs-vis's own */
export function readHistogram(
  reading: Reading<'render.histogram'>,
  data: unknown,
): Content<'render.histogram'> {
  const list = data as Partial<ArrayLike<unknown>> | null | undefined;
  assertLikeTfvis(
    typeof list === 'object' && typeof list?.length === 'number',
    'input data must be an array',
  );
  const items = Array.from(list as ArrayLike<unknown>);
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

/** What `show.valuesDistribution` takes: a tensor of numbers. */
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
