import type { ChartCall, DrawnCall } from '../../protocol/chart-call.ts';
import type { Curves, Numbers } from '../../protocol/chart-data.ts';
import type { ChartStatistics } from '../../protocol/chart-options.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { CsvTable } from '../dom/table-csv.ts';
import type { ChartWords } from './chart-words.ts';
import { histogramBins } from './histogram-bins.ts';

/** What a chart shows, as rows: for those who cannot see it, to read a value off, and to save. */
export type ChartTable = CsvTable;

/** `null` where there is nothing to tabulate: an empty surface, the visor, a refused call. */
export function chartTable(call: ChartCall, words: ChartWords): ChartTable | null {
  if (call.path === 'surface' || call.path === 'visor' || call.path === 'refused') return null;
  return drawnTable(call, words);
}

function drawnTable(call: DrawnCall, words: ChartWords): ChartTable {
  const say = words.columns;
  switch (call.path) {
    case 'render.barchart':
      return {
        columns: [call.options.xLabel || words.fields.index, call.options.yLabel || words.fields.value],
        rows: call.data.map(({ index, value }) => [index, value]),
      };
    case 'render.linechart':
      return curvesTable(call.data, call.options.xLabel ?? 'x');
    case 'show.history':
      return curvesTable(call.data, call.options.xLabel ?? say.iteration);
    case 'show.fitCallbacks':
      return liveTable(call.data.callbacks, words);
    case 'render.scatterplot':
      return {
        columns: [say.series, call.options.xLabel ?? 'x', call.options.yLabel ?? 'y'],
        rows: call.data.series.flatMap(({ name, x, y }) =>
          x.map((place, at) => [name, place, y[at] ?? null]),
        ),
      };
    case 'render.histogram':
    case 'show.valuesDistribution':
      return {
        columns: [say.from, say.to, say.count],
        rows: histogramBins(call.data.values, call.options.maxBins ?? 12).map(({ from, to, count }) => [
          from,
          to,
          count,
        ]),
      };
    case 'render.heatmap': {
      const { values, xTickLabels, yTickLabels } = call.data;
      return {
        columns: ['y ↓ · x →', ...values.map((_, x) => xTickLabels?.[x] ?? String(x))],
        rows: Array.from(values[0] ?? [], (_, y) => [
          yTickLabels?.[y] ?? String(y),
          ...values.map((column) => column[y] ?? null),
        ]),
      };
    }
    case 'render.confusionMatrix': {
      const { values, tickLabels } = call.data;
      const label = (at: number) => tickLabels?.[at] ?? words.classAt(at);
      return {
        columns: [say.actual, ...Array.from(values[0] ?? [], (_, at) => label(at))],
        rows: values.map((row, at) => [label(at), ...row]),
      };
    }
    case 'render.table':
      return {
        columns: call.data.headers,
        rows: call.data.values.map((row) =>
          row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)),
        ),
      };
    case 'show.perClassAccuracy':
      return {
        columns: [say.class, say.accuracy, say.samples],
        rows: call.data.map(({ label, accuracy, count }) => [label, accuracy, count]),
      };
    case 'show.modelSummary':
      return {
        columns: [say.layer, say.shape, say.parameters, say.state],
        rows: call.data.layers.map(({ name, outputShape, parameters, trainable }) => [
          name,
          shapeText(outputShape),
          parameters,
          trainable ? words.trainable : words.frozen,
        ]),
      };
    case 'show.layer':
      return {
        columns: [say.weight, say.shape, say.min, say.max, say.parameters, say.zeros, 'NaN', say.infinities],
        rows: call.data.weights.map(({ name, shape, size, statistics }) => [
          name,
          shapeText(shape),
          statistics.min ?? null,
          statistics.max ?? null,
          size,
          ...countsOf(statistics),
        ]),
      };
    default:
      return assertNever(call);
  }
}

/** Epochs and batches are counted from 0, as tfjs counts them and tfjs-vis draws them. */
function curvesTable({ x, series }: Curves, axis: string): ChartTable {
  return {
    columns: [axis, ...series.map(({ name }) => name)],
    rows: x.map((place, at) => [place, ...series.map(({ values }) => values[at] ?? null)]),
  };
}

/** The epochs where there are any; else the batches, or whatever else was listened to. */
function liveTable(
  callbacks: readonly { readonly name: string; readonly curves: Curves }[],
  words: ChartWords,
): ChartTable {
  const { epoch, batch, iteration } = words.columns;
  const shown = callbacks.find(({ name }) => /epoch/i.test(name)) ?? callbacks[0];
  if (shown === undefined) return { columns: [iteration], rows: [] };
  const axis = /epoch/i.test(shown.name) ? epoch : /batch/i.test(shown.name) ? batch : iteration;
  return curvesTable(shown.curves, axis);
}

function countsOf({ numZeros, numNans, numInfs }: ChartStatistics): (number | null)[] {
  return [numZeros ?? null, numNans ?? null, numInfs ?? null];
}

type Shape = readonly (number | null)[];

export function shapeText(shape: Shape | readonly Shape[]): string {
  const inner = shape.map((size) =>
    typeof size === 'object' && size !== null ? shapeText(size) : (size ?? 'null'),
  );
  return `[${inner.join(', ')}]`;
}

/** The least and the greatest of the finite numbers; `null` where there is none. */
export function extentOf(lists: readonly Numbers[]): { readonly min: number; readonly max: number } | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const list of lists) {
    for (const value of list) {
      if (!Number.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  return min <= max ? { min, max } : null;
}
