import type { Numbers } from '../../protocol/chart-data.ts';

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The bins that Vega draws: at most `maxBins`, of a round width (1, 2 or 5 times a power of ten), from round borders. */
export function histogramBins(values: Numbers, maxBins: number): readonly Bin[] {
  const first = values[0];
  const last = values[values.length - 1];
  if (first === undefined || last === undefined) return [];
  const span = last - first || Math.abs(first) || 1;
  const step = roundStep(span, maxBins);
  const below = Math.floor(first / step + slack(step)) * step;
  const start = first < below ? below - step : below;
  const stop = Math.ceil(last / step) * step;
  const length = Math.max(1, Math.round((stop - start) / step));
  const counts = Array.from({ length }, () => 0);
  for (const value of values) {
    const at = Math.min(length - 1, Math.max(0, Math.floor((value - start) / step + 1e-14)));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, at) => ({
    from: border(start, step, at),
    to: border(start, step, at + 1),
    count,
  }));
}

/** As `vega-statistics` chooses it: the power of ten that gives too few, divided by 5 and by 2 while it still fits. */
function roundStep(span: number, maxBins: number): number {
  const level = Math.ceil(Math.log(maxBins) / Math.LN10);
  let step = 10 ** (Math.round(Math.log(span) / Math.LN10) - level);
  while (Math.ceil(span / step) > maxBins) step *= 10;
  for (const divisor of [5, 2]) {
    if (span / (step / divisor) <= maxBins) step /= divisor;
  }
  return step;
}

/** A tenth of the last digit that a border of this width has. */
function slack(step: number): number {
  const level = Math.log(step);
  const precision = level >= 0 ? 0 : Math.trunc(-level / Math.LN10) + 1;
  return 10 ** (-precision - 1);
}

/** Without the dust of floating point: 0.30000000000000004 is 0.3. */
function border(start: number, step: number, at: number): number {
  return Number.parseFloat((start + step * at).toPrecision(12));
}
