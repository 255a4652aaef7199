import * as v from 'valibot';
import { chartLimits as limits } from './chart-limits.ts';
import { anyNumber, statisticsSchema } from './chart-options.ts';

/** The data of the charts, each in one plain form whichever way the cell wrote it. NaN stands for a value that is missing. */

const text = v.pipe(v.string(), v.maxLength(limits.text));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

export type Numbers = readonly number[] | Float32Array | Float64Array;

/** Checked in one pass, holes too: a schema for each of a hundred thousand numbers would take its time. */
function isListOf(value: unknown, most: number, fits: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  for (let index = 0; index < value.length; index++) if (!fits(value[index])) return false;
  return true;
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isPlace = (value: unknown): boolean =>
  isNumber(value) || (typeof value === 'string' && value.length <= limits.text);

const numbers = (most: number) =>
  v.custom<Numbers>(
    (value) =>
      value instanceof Float32Array || value instanceof Float64Array
        ? value.length <= most
        : isListOf(value, most, isNumber),
    `at most ${most} numbers`,
  );

/** Places on an axis: numbers, or words on an axis that is not quantitative. */
const places = v.custom<readonly (number | string)[]>(
  (value) => isListOf(value, limits.points, isPlace),
  `at most ${limits.points} numbers or short texts`,
);

export const barsSchema = list(
  v.object({ index: v.union([text, anyNumber]), value: anyNumber }),
  limits.bars,
);

/** Lines over one common axis: `values[i]` stands over `x[i]`. */
export const curvesSchema = v.pipe(
  v.object({
    x: places,
    series: list(v.object({ name: text, values: numbers(limits.points) }), limits.series),
  }),
  v.check(({ x, series }) => series.every(({ values }) => values.length === x.length), 'a value for each x'),
  v.check(({ x, series }) => x.length * series.length <= limits.points, `at most ${limits.points} points`),
);

export const pointsSchema = v.pipe(
  v.object({ series: list(v.object({ name: text, x: places, y: places }), limits.series) }),
  v.check(({ series }) => series.every(({ x, y }) => x.length === y.length), 'a y for each x'),
  v.check(
    ({ series }) => series.reduce((total, { x }) => total + x.length, 0) <= limits.points,
    `at most ${limits.points} points`,
  ),
);

/** `values` are finite and in ascending order; the statistics are of all that there were. */
export const valuesSchema = v.object({ values: numbers(limits.values), statistics: statisticsSchema });

/** `values[x][y]`: column by column, as tfjs-vis has it. */
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

/** `values[label][prediction]`. */
export const confusionMatrixSchema = v.object({
  values: list(numbers(limits.classes), limits.classes),
  tickLabels: v.exactOptional(list(text, limits.classes)),
});

export const tableSchema = v.object({
  headers: list(text, limits.columns),
  values: list(list(v.nullable(v.union([text, anyNumber, v.boolean()])), limits.columns), limits.rows),
});

/** What each of the callbacks of a training has gathered so far; `total` counts the calls, drawn or not. */
export const liveCurvesSchema = v.object({
  callbacks: list(v.object({ name: text, total: count, curves: curvesSchema }), limits.callbacks),
});

export const classesSchema = list(
  v.object({ label: text, accuracy: anyNumber, count: anyNumber }),
  limits.classes,
);

const shape = list(v.nullable(v.number()), 16);

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
  /** `null` shows the surfaces of every tab. */
  activeTab: v.nullable(text),
  /** Whether the ` key opens and closes. */
  keys: v.boolean(),
});

export type Curves = v.InferOutput<typeof curvesSchema>;
export type VisorState = v.InferOutput<typeof visorSchema>;
