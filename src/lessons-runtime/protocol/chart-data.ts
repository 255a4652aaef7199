import * as v from 'valibot';
import { chartLimits as limits } from './chart-limits.ts';
import { anyNumber, statisticsSchema } from './chart-options.ts';

/** The data of each chart, normalized to one form from all the forms that tfjs-vis accepts. NaN is a missing value. */

const text = v.pipe(v.string(), v.maxLength(limits.text));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

export type Numbers = readonly number[] | Float32Array | Float64Array;

/** Checks all items in one loop, holes included, because a schema per item is slow for 100,000 numbers. */
function isListOf(value: unknown, most: number, isItem: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  for (let index = 0; index < value.length; index++) if (!isItem(value[index])) return false;
  return true;
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isCoordinate = (value: unknown): boolean =>
  isNumber(value) || (typeof value === 'string' && value.length <= limits.text);

const numbers = (most: number) =>
  v.custom<Numbers>(
    (value) =>
      value instanceof Float32Array || value instanceof Float64Array
        ? value.length <= most
        : isListOf(value, most, isNumber),
    `at most ${most} numbers`,
  );

/** Coordinates on an axis: numbers, or strings on an ordinal or nominal axis. */
const coordinates = v.custom<readonly (number | string)[]>(
  (value) => isListOf(value, limits.points, isCoordinate),
  `at most ${limits.points} numbers or short texts`,
);

export const barsSchema = list(
  v.object({ index: v.union([text, anyNumber]), value: anyNumber }),
  limits.bars,
);

/** Lines over one shared axis: `values[i]` is the y of `x[i]`. */
export const curvesSchema = v.pipe(
  v.object({
    x: coordinates,
    series: list(v.object({ name: text, values: numbers(limits.points) }), limits.series),
  }),
  v.check(({ x, series }) => series.every(({ values }) => values.length === x.length), 'a value for each x'),
  v.check(({ x, series }) => x.length * series.length <= limits.points, `at most ${limits.points} points`),
);

export const pointsSchema = v.pipe(
  v.object({ series: list(v.object({ name: text, x: coordinates, y: coordinates }), limits.series) }),
  v.check(({ series }) => series.every(({ x, y }) => x.length === y.length), 'a y for each x'),
  v.check(
    ({ series }) => series.reduce((total, { x }) => total + x.length, 0) <= limits.points,
    `at most ${limits.points} points`,
  ),
);

/** `values` are finite and in ascending order; the statistics describe all values before thinning. */
export const valuesSchema = v.object({ values: numbers(limits.values), statistics: statisticsSchema });

/** `values[x][y]`: column by column, as in tfjs-vis. */
export const heatmapSchema = v.pipe(
  v.object({
    values: list(numbers(limits.cells), limits.cells),
    xTickLabels: v.exactOptional(list(text, limits.cells)),
    yTickLabels: v.exactOptional(list(text, limits.cells)),
  }),
  v.check(
    ({ values }) => values.reduce((total, column) => total + column.length, 0) <= limits.cells,
    `at most ${limits.cells} cells`,
  ),
);

/** `values[label][prediction]` is a number of examples. */
export const confusionMatrixSchema = v.object({
  values: list(numbers(limits.classes), limits.classes),
  tickLabels: v.exactOptional(list(text, limits.classes)),
});

export const tableSchema = v.object({
  headers: list(text, limits.columns),
  values: list(list(v.union([text, anyNumber, v.boolean(), v.null()]), limits.columns), limits.rows),
});

/** The curves that each callback of a training has collected; `total` counts its calls, including those thinned out. */
export const liveCurvesSchema = v.object({
  callbacks: list(v.object({ name: text, total: count, curves: curvesSchema }), limits.callbacks),
});

export const classesSchema = list(
  v.object({ label: text, accuracy: anyNumber, count: anyNumber }),
  limits.classes,
);

const shape = list(v.union([v.number(), v.null()]), 16);

export const modelSummarySchema = v.object({
  layers: list(
    v.object({
      name: text,
      outputShape: v.union([shape, list(shape, limits.weights)]),
      parameters: count,
      trainable: v.boolean(),
    }),
    limits.layers,
  ),
});

export const layerSchema = v.object({
  weights: list(
    v.object({
      name: text,
      shape,
      size: count,
      values: numbers(limits.values),
      statistics: statisticsSchema,
    }),
    limits.weights,
  ),
});

export const visorSchema = v.object({
  isOpen: v.boolean(),
  isFullscreen: v.boolean(),
  /** `null` shows the surfaces of all tabs. */
  activeTab: v.nullable(text),
  /** Whether the ` key toggles the visor. */
  keys: v.boolean(),
});

export type Curves = v.InferOutput<typeof curvesSchema>;
export type VisorState = v.InferOutput<typeof visorSchema>;
