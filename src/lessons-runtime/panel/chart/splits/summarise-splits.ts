import type { SplitsCall } from '../../../protocol/chart-call.ts';

/** The results of a strategy over all splits. */
export interface StrategySummary {
  readonly name: string;
  /** Over the splits with a result; `null` without any. */
  readonly mean: number | null;
  /** In how many of the compared splits it is better than all others. */
  readonly wins: number;
  /** Of the second of two strategies: how much better it is than the first, as the mean over the compared splits. */
  readonly gain?: number;
}

export interface SplitsSummary {
  readonly strategies: readonly StrategySummary[];
  /** The number of splits. */
  readonly splits: number;
  /** The number of splits with a result of each strategy. */
  readonly compared: number;
  /** In how many of the compared splits the best result is that of several strategies. */
  readonly ties: number;
}

/** Returns the mean of each strategy and in how many splits it wins. A split counts once all strategies have their result. */
export function summariseSplits({ x, series }: SplitsCall['data']): SplitsSummary {
  const compared = x
    .map((_, split) => series.map((strategy) => strategy.values[split] ?? Number.NaN))
    .filter((values) => values.every(Number.isFinite));
  const winners = compared.map(bestOf);
  const gain = series.length === 2 ? meanOf(compared.map(([first = 0, second = 0]) => second - first)) : null;
  return {
    strategies: series.map(({ name, values }, index) => ({
      name,
      mean: meanOf(Array.from(values).filter(Number.isFinite)),
      wins: series.length < 2 ? 0 : winners.filter((winner) => winner === index).length,
      ...(index === 1 && gain !== null && { gain }),
    })),
    splits: x.length,
    compared: compared.length,
    ties: series.length < 2 ? 0 : winners.filter((winner) => winner === null).length,
  };
}

/** Whether in some split a strategy is less accurate than the one above it. */
export function hasFall({ x, series }: SplitsCall['data']): boolean {
  return series.some((below, row) => {
    const above = series[row - 1];
    return x.some((_, split) => Number(below.values[split]) < Number(above?.values[split]));
  });
}

/** Returns the index of the best value; `null` if several are best. */
export function bestOf(values: readonly number[]): number | null {
  const best = Math.max(...values);
  const first = values.indexOf(best);
  return values.indexOf(best, first + 1) < 0 ? first : null;
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
