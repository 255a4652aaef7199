import type { Numbers } from '../../protocol/chart-data.ts';

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Computes the bins that Vega draws: at most `maxBins`, with a round width (1, 2 or 5 times a power of ten) and round borders.
 * @param values in ascending order
 */
export function histogramBins(values: Numbers, maxBins: number): readonly Bin[] {
  const first = values[0];
  const last = values[values.length - 1];
  if (first === undefined || last === undefined) return [];
  const span = last - first || Math.abs(first) || 1;
  const step = roundStep(span, maxBins);
  const below = Math.floor(first / step + tolerance(step)) * step;
  const start = first < below ? below - step : below;
  const stop = Math.ceil(last / step) * step;
  const length = Math.max(1, Math.round((stop - start) / step));
  const counts = Array.from({ length }, () => 0);
  for (const value of values) {
    const bin = Math.min(length - 1, Math.max(0, Math.floor((value - start) / step + 1e-14)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    from: border(start, step, bin),
    to: border(start, step, bin + 1),
    count,
  }));
}

/** Chooses the width as `vega-statistics` does: a power of ten, divided by 5 and by 2 if the bins do not become too many. */
function roundStep(span: number, maxBins: number): number {
  const level = Math.ceil(Math.log(maxBins) / Math.LN10);
  let step = 10 ** (Math.round(Math.log(span) / Math.LN10) - level);
  while (Math.ceil(span / step) > maxBins) step *= 10;
  for (const divisor of [5, 2]) {
    if (span / (step / divisor) <= maxBins) step /= divisor;
  }
  return step;
}

/** Returns a tenth of the last digit of borders with this width. */
function tolerance(step: number): number {
  const level = Math.log(step);
  const precision = level >= 0 ? 0 : Math.trunc(-level / Math.LN10) + 1;
  return 10 ** (-precision - 1);
}

/** Rounds away floating-point errors: 0.30000000000000004 becomes 0.3. */
function border(start: number, step: number, index: number): number {
  return Number.parseFloat((start + step * index).toPrecision(12));
}
