import type { OutputOf } from '../../protocol/output.ts';
import { histogramBins } from '../../protocol/output-limits.ts';

export type TensorStatistics = Pick<OutputOf<'tensor'>, 'range' | 'nan' | 'infinite' | 'histogram'>;

/** Fewer values say more than their histogram. */
const histogramValues = 8;

/**
 * What a tensor's values range over and how they are spread. NaN and the infinities are counted apart: the sign that a training
 * went astray is not to be lost, nor is it to hide what the other values are.
 */
export function statisticsOf(values: ArrayLike<number>): TensorStatistics {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let nan = 0;
  let infinite = 0;
  let isWhole = true;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (value - value === 0) {
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
      isWhole &&= Number.isInteger(value);
    } else if (Number.isNaN(value)) nan += 1;
    else infinite += 1;
  }
  const finite = values.length - nan - infinite;
  return {
    range: finite === 0 ? null : { min, max, mean: sum / finite },
    ...(nan > 0 && { nan }),
    ...(infinite > 0 && { infinite }),
    ...(finite >= histogramValues &&
      max > min && { histogram: histogramOf(values, min, max, binsFor(max - min, finite, isWhole)) }),
  };
}

/** One bin for each whole number where they are few; else as many as the number of values bears. */
function binsFor(span: number, finite: number, isWhole: boolean): number {
  if (isWhole && span < histogramBins) return span + 1;
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
