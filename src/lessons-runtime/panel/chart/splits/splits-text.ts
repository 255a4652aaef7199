import type { SplitsCall } from '../../../protocol/chart-call.ts';
import type { ChartWords } from '../chart-words.ts';
import type { ChartTable } from '../table-data.ts';
import { bestOf, type SplitsSummary, type StrategySummary, summariseSplits } from './summarise-splits.ts';

type Data = SplitsCall['data'];

/** Describes a comparison in one sentence: the mean of each strategy, and in how many splits it wins. */
export function splitsSentence(data: Data, words: ChartWords): string {
  const summary = summariseSplits(data);
  const strategies = summary.strategies.map((strategy) =>
    [strategy.name, ...factsOf(strategy, summary, words)].join(', '),
  );
  const ties = summary.ties === 0 ? [] : [words.splits.ties(summary.ties)];
  return [words.splits.done(summary.compared, summary.splits), ...strategies, ...ties].join('; ');
}

/** Returns the mean of a strategy, and in how many splits it wins if there are others. */
export function factsOf(
  { mean, wins, gain }: StrategySummary,
  { strategies, compared }: SplitsSummary,
  words: ChartWords,
): readonly string[] {
  if (mean === null) return [words.splits.noResult];
  const others = strategies.length < 2 || compared === 0 ? [] : [words.splits.wins(wins, compared)];
  const text = words.splits.mean(words.format.percent(mean));
  return [gain === undefined ? text : `${text} (${pointsText(gain, words)})`, ...others];
}

/** Describes one split: the result of each strategy, and which is the best; of two strategies also the difference. */
export function splitText({ x, series }: Data, split: number, words: ChartWords): string {
  const values = series.map((strategy) => strategy.values[split] ?? Number.NaN);
  const results = series.map(({ name }, index) => {
    const value = values[index] ?? Number.NaN;
    return `${name} ${Number.isFinite(value) ? words.format.percent(value) : words.splits.noResult}`;
  });
  const text = `${words.splits.split(String(x[split] ?? split))}: ${results.join(', ')}`;
  if (series.length < 2 || !values.every(Number.isFinite)) return text;
  const best = bestOf(values);
  const winner = best === null ? words.splits.tie : words.splits.best(series[best]?.name ?? '');
  const [first = 0, second = 0] = values;
  return `${text}; ${winner}${series.length === 2 ? ` (${pointsText(second - first, words)})` : ''}`;
}

function pointsText(difference: number, words: ChartWords): string {
  return words.splits.points(Math.round(1000 * difference) / 10);
}

/** Returns the results as a table: a row for each split, and one for the means. */
export function splitsTable(data: Data, words: ChartWords): ChartTable {
  const { strategies } = summariseSplits(data);
  return {
    columns: [words.splits.splitColumn, ...data.series.map(({ name }) => name)],
    rows: [
      ...data.x.map((split, index) => [
        String(split),
        ...data.series.map(({ values }) => finite(values[index])),
      ]),
      [words.splits.meanRow, ...strategies.map(({ mean }) => mean)],
    ],
    kinds: ['number', ...data.series.map(() => 'share' as const)],
  };
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
