import type { ChartCall, DrawnCall, DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves, Numbers } from '../../protocol/chart-data.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { barsKind, curvesKind, lineKind, pointKinds } from './call-kinds.ts';
import { extentOf } from './chart-table.ts';
import type { ChartWords } from './chart-words.ts';
import { splitsSentence } from './splits/splits-text.ts';
import { type ValueKind, valueText } from './value-kinds.ts';

type Kind = keyof ChartWords['kinds'];

/** The number of lines, weights or names in a sentence. Listeners could not remember more. */
const maxListed = 4;

const kindOf: Readonly<Record<DrawnCall['path'], Kind>> = {
  'render.barchart': 'bars',
  'render.linechart': 'lines',
  'render.scatterplot': 'points',
  'render.histogram': 'histogram',
  'render.heatmap': 'heatmap',
  'render.confusionMatrix': 'confusion',
  'render.table': 'table',
  'show.history': 'history',
  'show.fitCallbacks': 'live',
  'show.valuesDistribution': 'distribution',
  'show.layer': 'layer',
  'show.modelSummary': 'model',
  'show.perClassAccuracy': 'classes',
};

/** Describes a chart in one sentence: its type, the amount of data, and the most notable values. */
export function chartSentence(call: ChartCall, words: ChartWords): string {
  if (call.path === 'visor') return words.visor;
  if (call.path === 'refused') return words.refused(call.problem);
  if (call.path === 'splits')
    return `${words.titled(words.splits.kind, call.surface.name)}: ${splitsSentence(call.data, words)}.`;
  const kind = call.path === 'surface' ? 'empty' : kindOf[call.path];
  const description = call.path === 'surface' ? null : describe(call, words);
  return `${words.titled(words.kinds[kind], call.surface.name)}: ${description ?? words.nothing}.`;
}

/** Returns the description of a call's data; `null` if there is no data. */
function describe(call: DrawnCall, words: ChartWords): string | null {
  const { number } = words.format;
  switch (call.path) {
    case 'render.barchart':
      return describeBars(call, words);
    case 'render.linechart': {
      const kind = curvesKind(call);
      return describeCurves(call.data, () => kind, words);
    }
    case 'show.history':
      return describeCurves(call.data, (line) => lineKind(line, call.options), words);
    case 'show.fitCallbacks':
      return describeLive(call, words);
    case 'render.scatterplot':
      return describePoints(call, words);
    case 'render.histogram':
    case 'show.valuesDistribution':
      return describeValues(call.data, words);
    case 'render.heatmap':
      return describeHeatmap(call.data, words);
    case 'render.confusionMatrix':
      return describeConfusion(call.data, words);
    case 'render.table': {
      const { headers, values } = call.data;
      return words.table(values.length, headers.length, listed(headers, words));
    }
    case 'show.layer': {
      const weights = call.data.weights.map(({ name, shape, statistics: { min, max } }) =>
        words.weight(name, words.format.shape(shape), number(min ?? Number.NaN), number(max ?? Number.NaN)),
      );
      return weights.length === 0 ? null : listed(weights, words, '; ');
    }
    case 'show.modelSummary': {
      const { layers } = call.data;
      const parameters = layers.reduce((total, layer) => total + layer.parameters, 0);
      const trainable = layers.reduce((total, layer) => total + (layer.trainable ? layer.parameters : 0), 0);
      return words.model(layers.length, parameters, number(trainable));
    }
    case 'show.perClassAccuracy':
      return describeClasses(call.data, words);
    default:
      return assertNever(call);
  }
}

function listed(items: readonly string[], words: ChartWords, comma = ', '): string {
  const first = items.slice(0, maxListed).join(comma);
  if (items.length <= maxListed) return first;
  return `${first}${comma}${words.more(words.format.number(items.length - maxListed))}`;
}

/** Returns the item with the largest value; the values of other items may be `NaN`. */
function largest<Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || of(item) > of(best) || Number.isNaN(of(best)) ? item : best),
    undefined,
  );
}

function describeBars(call: DrawnCallOf<'render.barchart'>, words: ChartWords): string | null {
  const best = largest(call.data, ({ value }) => value);
  if (best === undefined) return null;
  const value = valueText(barsKind(call), best.value, words.format);
  return words.bars(call.data.length, String(best.index), value);
}

type Line = Curves['series'][number];

/** @param kindOf returns what the values of a line are */
function describeCurves(
  { x, series }: Curves,
  kindOf: (line: Line) => ValueKind,
  words: ChartWords,
): string | null {
  if (series.length === 0 || x.length === 0) return null;
  const lines = series.map((line) => describeLine(line, kindOf(line), x, words));
  return `${words.lines(series.length, x.length)}; ${listed(lines, words)}`;
}

/** Describes a line up to its last value, if it ends before the others or its last values are `NaN`. */
function describeLine({ name, values }: Line, kind: ValueKind, x: Curves['x'], words: ChartWords): string {
  const text = (value: number): string => valueText(kind, value, words.format);
  const end = lastNumber(values);
  if (end < 0) return words.noValues(name);
  const first = values[0] ?? Number.NaN;
  const last = values[end] ?? Number.NaN;
  const line = end === 0 ? words.stays(name, text(first)) : words.changes(name, text(first), text(last));
  if (end === values.length - 1) return line;
  const lastX = x[end] ?? end;
  return words.until(line, typeof lastX === 'number' ? words.format.number(lastX) : lastX);
}

/** Returns the index of the last value that is not `NaN`; -1 if there is none. */
function lastNumber(values: Numbers): number {
  for (let index = values.length - 1; index >= 0; index -= 1) if (!Number.isNaN(values[index])) return index;
  return -1;
}

function describeLive(
  { data: { callbacks }, options }: DrawnCallOf<'show.fitCallbacks'>,
  words: ChartWords,
): string | null {
  const { number } = words.format;
  const isEpoch = ({ name }: { readonly name: string }): boolean => /epoch/i.test(name);
  const calls = callbacks.filter(({ total }) => total > 0);
  const ordered = [...calls.filter(isEpoch), ...calls.filter((call) => !isEpoch(call))];
  const [main] = ordered;
  if (main === undefined) return null;
  const counts = ordered.map(({ name, total }) =>
    /epoch/i.test(name)
      ? words.epochs(total)
      : /batch/i.test(name)
        ? words.batches(total)
        : `${name}: ${number(total)}`,
  );
  const { x, series } = main.curves;
  const lines = series.map((line) => describeLine(line, lineKind(line, options), x, words));
  return [counts.join(', '), listed(lines, words)].filter((text) => text !== '').join('; ');
}

function describePoints(call: DrawnCallOf<'render.scatterplot'>, words: ChartWords): string | null {
  const { series } = call.data;
  const [xKind, yKind] = pointKinds(call);
  const count = series.reduce((total, { x }) => total + x.length, 0);
  if (count === 0) return null;
  const span = (axis: 'x' | 'y', kind: ValueKind): string => {
    const lists = series.map((points) => points[axis]);
    const text = (value: number): string => valueText(kind, value, words.format);
    const extent = extentOf(lists.map((list) => list.filter((value) => typeof value === 'number')));
    if (extent !== null) return words.between(text(extent.min), text(extent.max));
    return listed([...new Set(lists.flat().map(String))], words);
  };
  return words.points(series.length, count, span('x', xKind), span('y', yKind));
}

function describeValues(
  { values, statistics }: DrawnCallOf<'render.histogram'>['data'],
  words: ChartWords,
): string | null {
  const { number } = words.format;
  const { numVals = values.length, numNans = 0, min = Number.NaN, max = Number.NaN } = statistics;
  if (numVals === 0) return null;
  const text = words.values(numVals, number(min), number(max));
  return numNans > 0 ? `${text}; ${number(numNans)} NaN` : text;
}

function describeHeatmap(
  { values, xTickLabels, yTickLabels }: DrawnCallOf<'render.heatmap'>['data'],
  words: ChartWords,
): string | null {
  const { number } = words.format;
  const extent = extentOf(values);
  if (extent === null) return null;
  const x = values.findIndex((column) => column.includes(extent.max));
  const y = values[x]?.indexOf(extent.max) ?? 0;
  const position = `${xTickLabels?.[x] ?? x}, ${yTickLabels?.[y] ?? y}`;
  return words.heatmap(
    values.length,
    values[0]?.length ?? 0,
    number(extent.min),
    number(extent.max),
    position,
  );
}

function describeConfusion(
  { values, tickLabels }: DrawnCallOf<'render.confusionMatrix'>['data'],
  words: ChartWords,
): string | null {
  const { number } = words.format;
  if (values.length === 0) return null;
  const cells = values.flatMap((row, label) =>
    Array.from(row, (count, prediction) => ({ label, prediction, count })),
  );
  const sum = (some: typeof cells): number => some.reduce((total, { count }) => total + count, 0);
  const isRight = ({ label, prediction }: (typeof cells)[number]): boolean => label === prediction;
  const mistake = largest(
    cells.filter((cell) => !isRight(cell) && cell.count > 0),
    ({ count }) => count,
  );
  const name = (index: number): string => tickLabels?.[index] ?? words.classAt(index);
  const text = words.confusion(values.length, number(sum(cells.filter(isRight))), sum(cells));
  if (mistake === undefined) return `${text}; ${words.noMistake}`;
  return `${text}; ${words.mistake(name(mistake.label), name(mistake.prediction), mistake.count)}`;
}

function describeClasses(
  classes: DrawnCallOf<'show.perClassAccuracy'>['data'],
  words: ChartWords,
): string | null {
  const text = (accuracy: number): string => valueText('share', accuracy, words.format);
  const best = largest(classes, ({ accuracy }) => accuracy);
  const worst = largest(classes, ({ accuracy }) => -accuracy);
  if (best === undefined || worst === undefined) return null;
  return words.classes(classes.length, best.label, text(best.accuracy), worst.label, text(worst.accuracy));
}
