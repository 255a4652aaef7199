import type {
  ChartCall,
  DrawnCall,
  DrawnCallOf,
  EmptyCall,
  RefusedCall,
  SplitsCall,
  VisorCall,
} from '../../protocol/chart-call.ts';
import type { Curves, Numbers } from '../../protocol/chart-data.ts';
import type { ChartStatistics } from '../../protocol/chart-options.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { barsKind, cellsKind, curvesKind, lineKind, pointKinds } from './call-kinds.ts';
import type { ChartWords } from './chart-words.ts';
import { histogramBins } from './histogram-bins.ts';
import { splitsTable } from './splits/splits-text.ts';
import type { ChartTable } from './table-data.ts';
import type { ValueKind } from './value-kinds.ts';

/** Whether a call is drawn by tfjs-vis: neither a comparison, an empty surface, the visor nor a refused call. */
export function isDrawnCall(
  call: ChartCall,
): call is Exclude<ChartCall, EmptyCall | VisorCall | SplitsCall | RefusedCall> {
  return (
    call.path !== 'surface' && call.path !== 'visor' && call.path !== 'splits' && call.path !== 'refused'
  );
}

/** Returns the data of a call as a table; `null` if the call has none. */
export function chartTable(call: ChartCall, words: ChartWords): ChartTable | null {
  if (call.path === 'splits') return splitsTable(call.data, words);
  return isDrawnCall(call) ? drawnTable(call, words) : null;
}

function drawnTable(call: DrawnCall, words: ChartWords): ChartTable {
  const { columns: names } = words;
  switch (call.path) {
    case 'render.barchart':
      return {
        columns: [call.options.xLabel || words.fields.index, call.options.yLabel || words.fields.value],
        rows: call.data.map(({ index, value }) => [index, value]),
        kinds: ['number', barsKind(call)],
      };
    case 'render.linechart': {
      const kind = curvesKind(call);
      return curvesTable(call.data, call.options.xLabel ?? 'x', () => kind);
    }
    case 'show.history':
      return curvesTable(call.data, call.options.xLabel ?? names.iteration, (line) =>
        lineKind(line, call.options),
      );
    case 'show.fitCallbacks':
      return liveTable(call, words);
    case 'render.scatterplot':
      return {
        columns: [names.series, call.options.xLabel ?? 'x', call.options.yLabel ?? 'y'],
        rows: call.data.series.flatMap(({ name, x, y }) =>
          x.map((value, index) => [name, value, y[index] ?? null]),
        ),
        kinds: ['number', ...pointKinds(call)],
      };
    case 'render.histogram':
    case 'show.valuesDistribution':
      return {
        columns: [names.from, names.to, names.count],
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
      const label = (index: number) => tickLabels?.[index] ?? words.classAt(index);
      const kind = cellsKind(call);
      return {
        columns: [names.actual, ...Array.from(values[0] ?? [], (_, index) => label(index))],
        rows: values.map((row, index) => [label(index), ...row]),
        kinds: ['number', ...Array.from(values[0] ?? [], () => kind)],
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
        columns: [names.class, names.accuracy, names.samples],
        rows: call.data.map(({ label, accuracy, count }) => [label, accuracy, count]),
        kinds: ['number', 'share', 'count'],
      };
    case 'show.modelSummary':
      return {
        columns: [names.layer, names.shape, names.parameters, names.state],
        rows: call.data.layers.map(({ name, outputShape, parameters, trainable }) => [
          name,
          layerShapeText(outputShape, words),
          parameters,
          trainable ? words.trainable : words.frozen,
        ]),
      };
    case 'show.layer':
      return {
        columns: [
          names.weight,
          names.shape,
          names.min,
          names.max,
          names.parameters,
          names.zeros,
          'NaN',
          names.infinities,
        ],
        rows: call.data.weights.map(({ name, shape, size, statistics }) => [
          name,
          words.format.shape(shape),
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

/** @param kindOf returns what the values of a line are */
function curvesTable(
  { x, series }: Curves,
  axis: string,
  kindOf: (line: Curves['series'][number]) => ValueKind,
): ChartTable {
  return {
    columns: [axis, ...series.map(({ name }) => name)],
    rows: x.map((value, index) => [value, ...series.map(({ values }) => values[index] ?? null)]),
    kinds: ['number', ...series.map(kindOf)],
  };
}

/** Returns the curves of the epochs if there are any, otherwise those of the first callback. */
function liveTable({ data, options }: DrawnCallOf<'show.fitCallbacks'>, words: ChartWords): ChartTable {
  const { callbacks } = data;
  const { epoch, batch, iteration } = words.columns;
  const shown = callbacks.find(({ name }) => /epoch/i.test(name)) ?? callbacks[0];
  if (shown === undefined) return { columns: [iteration], rows: [] };
  const axis = /epoch/i.test(shown.name) ? epoch : /batch/i.test(shown.name) ? batch : iteration;
  return curvesTable(shown.curves, options.xLabel ?? axis, (line) => lineKind(line, options));
}

function countsOf({ numZeros, numNans, numInfs }: ChartStatistics): (number | null)[] {
  return [numZeros ?? null, numNans ?? null, numInfs ?? null];
}

type Shape = readonly (number | null)[];

/** Formats the output shape of a layer, or its shapes if it has several outputs: `[[null, 2], [null, 3]]`. */
function layerShapeText(shape: Shape | readonly Shape[], { format }: ChartWords): string {
  return isListOfShapes(shape) ? `[${shape.map(format.shape).join(', ')}]` : format.shape(shape);
}

function isListOfShapes(shape: Shape | readonly Shape[]): shape is readonly Shape[] {
  return shape.some((size) => typeof size === 'object' && size !== null);
}

/** Returns the smallest and the largest finite number; `null` if there is none. */
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
