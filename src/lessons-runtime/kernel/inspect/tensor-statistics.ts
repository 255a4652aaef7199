import type { OutputOf } from '../../protocol/output.ts';
import { histogramBins } from '../../protocol/output-limits.ts';

export type TensorStatistics = Pick<OutputOf<'tensor'>, 'range' | 'nan' | 'infinite' | 'histogram'>;

/** A histogram is shown from this number of values on. */
const histogramValues = 8;

/**
 * Returns the range and the histogram of the finite values. NaN and the infinities are counted separately, so that they stay
 * visible without distorting the statistics of the other values.
 */
export function statisticsOf(values: ArrayLike<number>): TensorStatistics {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let nan = 0;
  let infinite = 0;
  let isInteger = true;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (value - value === 0) {
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
      isInteger &&= Number.isInteger(value);
    } else if (Number.isNaN(value)) nan += 1;
    else infinite += 1;
  }
  const finite = values.length - nan - infinite;
  return {
    range: finite === 0 ? null : { min, max, mean: sum / finite },
    ...(nan > 0 && { nan }),
    ...(infinite > 0 && { infinite }),
    ...(finite >= histogramValues &&
      max > min && { histogram: histogramOf(values, min, max, binsFor(max - min, finite, isInteger)) }),
  };
}

/** Returns one bin for each integer if they are few; otherwise the square root of the number of values, plus one. */
function binsFor(span: number, finite: number, isInteger: boolean): number {
  if (isInteger && span < histogramBins) return span + 1;
  return Math.min(histogramBins, Math.ceil(Math.sqrt(finite)) + 1);
}

function histogramOf(values: ArrayLike<number>, min: number, max: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  const scale = bins / (max - min);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (value - value !== 0) continue;
    const bin = Math.min(bins - 1, Math.floor((value - min) * scale));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
