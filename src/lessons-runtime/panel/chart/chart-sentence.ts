import type { ChartCall, DrawnCall, DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves, Numbers } from '../../protocol/chart-data.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { extentOf, shapeText } from './chart-table.ts';
import type { ChartWords } from './chart-words.ts';

type Say = (value: number) => string;
type Kind = keyof ChartWords['kinds'];

/** Lines, weights and names that a sentence tells of; a listener keeps no more. */
const mostTold = 4;

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

/** What a chart shows, said in one sentence in the page's language: what it is, how much it holds, what stands out. */
export function chartSentence(call: ChartCall, words: ChartWords): string {
  if (call.path === 'visor') return words.visor;
  if (call.path === 'refused') return words.refused(call.problem);
  const kind = call.path === 'surface' ? 'empty' : kindOf[call.path];
  const say: Say = (value) => words.format.number(value);
  const told = call.path === 'surface' ? null : tell(call, words, say);
  return `${words.titled(words.kinds[kind], call.surface.name)}: ${told ?? words.nothing}.`;
}

/** `null` where there is nothing to tell of. */
function tell(call: DrawnCall, words: ChartWords, say: Say): string | null {
  switch (call.path) {
    case 'render.barchart':
      return tellBars(call.data, words, say);
    case 'render.linechart':
    case 'show.history':
      return tellCurves(call.data, words, say);
    case 'show.fitCallbacks':
      return tellLive(call.data.callbacks, words, say);
    case 'render.scatterplot':
      return tellPoints(call.data.series, words, say);
    case 'render.histogram':
    case 'show.valuesDistribution':
      return tellValues(call.data, words, say);
    case 'render.heatmap':
      return tellHeatmap(call.data, words, say);
    case 'render.confusionMatrix':
      return tellConfusion(call.data, words, say);
    case 'render.table': {
      const { headers, values } = call.data;
      return words.table(values.length, headers.length, listed(headers, words, say));
    }
    case 'show.layer': {
      const weights = call.data.weights.map(({ name, shape, statistics: { min, max } }) =>
        words.weight(name, shapeText(shape), say(min ?? Number.NaN), say(max ?? Number.NaN)),
      );
      return weights.length === 0 ? null : listed(weights, words, say, '; ');
    }
    case 'show.modelSummary': {
      const { layers } = call.data;
      const parameters = layers.reduce((total, layer) => total + layer.parameters, 0);
      const trainable = layers.reduce((total, layer) => total + (layer.trainable ? layer.parameters : 0), 0);
      return words.model(layers.length, parameters, say(trainable));
    }
    case 'show.perClassAccuracy':
      return tellClasses(call.data, words, say);
    default:
      return assertNever(call);
  }
}

function listed(items: readonly string[], words: ChartWords, say: Say, comma = ', '): string {
  const told = items.slice(0, mostTold).join(comma);
  return items.length > mostTold ? `${told}${comma}${words.more(say(items.length - mostTold))}` : told;
}

function greatest<Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || of(item) > of(best) || Number.isNaN(of(best)) ? item : best),
    undefined,
  );
}

function tellBars(bars: DrawnCallOf<'render.barchart'>['data'], words: ChartWords, say: Say): string | null {
  const best = greatest(bars, ({ value }) => value);
  return best === undefined ? null : words.bars(bars.length, String(best.index), say(best.value));
}

function tellCurves({ x, series }: Curves, words: ChartWords, say: Say): string | null {
  if (series.length === 0 || x.length === 0) return null;
  const lines = series.map(({ name, values }) => tellLine(name, values, x, words, say));
  return `${words.lines(series.length, x.length)}; ${listed(lines, words, say)}`;
}

/** Of a line that ends before the others, or went astray, it is said up to where it has values. */
function tellLine(name: string, values: Numbers, x: Curves['x'], words: ChartWords, say: Say): string {
  const end = lastNumber(values);
  if (end < 0) return words.silent(name);
  const first = values[0] ?? Number.NaN;
  const last = values[end] ?? Number.NaN;
  const told = end === 0 ? words.rests(name, say(first)) : words.goes(name, say(first), say(last));
  const place = x[end] ?? end;
  const isWhole = end === values.length - 1;
  return isWhole ? told : words.until(told, typeof place === 'number' ? say(place) : place);
}

/** The place of the last value that is one; -1 where there is none. */
function lastNumber(values: Numbers): number {
  for (let at = values.length - 1; at >= 0; at -= 1) if (!Number.isNaN(values[at])) return at;
  return -1;
}

function tellLive(
  callbacks: DrawnCallOf<'show.fitCallbacks'>['data']['callbacks'],
  words: ChartWords,
  say: Say,
): string | null {
  const isEpoch = ({ name }: { readonly name: string }): boolean => /epoch/i.test(name);
  const calls = callbacks.filter(({ total }) => total > 0);
  const heard = [...calls.filter(isEpoch), ...calls.filter((call) => !isEpoch(call))];
  const [main] = heard;
  if (main === undefined) return null;
  const counts = heard.map(({ name, total }) =>
    /epoch/i.test(name)
      ? words.epochs(total)
      : /batch/i.test(name)
        ? words.batches(total)
        : `${name}: ${say(total)}`,
  );
  const { x, series } = main.curves;
  const lines = series.map(({ name, values }) => tellLine(name, values, x, words, say));
  return [counts.join(', '), listed(lines, words, say)].filter((text) => text !== '').join('; ');
}

function tellPoints(
  series: DrawnCallOf<'render.scatterplot'>['data']['series'],
  words: ChartWords,
  say: Say,
): string | null {
  const count = series.reduce((total, { x }) => total + x.length, 0);
  if (count === 0) return null;
  const span = (lists: readonly (readonly (number | string)[])[]): string => {
    const extent = extentOf(lists.map((list) => list.filter((place) => typeof place === 'number')));
    if (extent !== null) return words.between(say(extent.min), say(extent.max));
    return listed([...new Set(lists.flat().map(String))], words, say);
  };
  return words.points(series.length, count, span(series.map(({ x }) => x)), span(series.map(({ y }) => y)));
}

function tellValues(
  { values, statistics }: DrawnCallOf<'render.histogram'>['data'],
  words: ChartWords,
  say: Say,
): string | null {
  const { numVals = values.length, numNans = 0, min = Number.NaN, max = Number.NaN } = statistics;
  if (numVals === 0) return null;
  const told = words.values(numVals, say(min), say(max));
  return numNans > 0 ? `${told}; ${say(numNans)} NaN` : told;
}

function tellHeatmap(
  { values, xTickLabels, yTickLabels }: DrawnCallOf<'render.heatmap'>['data'],
  words: ChartWords,
  say: Say,
): string | null {
  const extent = extentOf(values);
  if (extent === null) return null;
  const x = values.findIndex((column) => column.includes(extent.max));
  const y = values[x]?.indexOf(extent.max) ?? 0;
  const where = `${xTickLabels?.[x] ?? x}, ${yTickLabels?.[y] ?? y}`;
  return words.heatmap(values.length, values[0]?.length ?? 0, say(extent.min), say(extent.max), where);
}

function tellConfusion(
  { values, tickLabels }: DrawnCallOf<'render.confusionMatrix'>['data'],
  words: ChartWords,
  say: Say,
): string | null {
  if (values.length === 0) return null;
  const cells = values.flatMap((row, label) =>
    Array.from(row, (count, prediction) => ({ label, prediction, count })),
  );
  const sum = (some: typeof cells): number => some.reduce((total, { count }) => total + count, 0);
  const isRight = ({ label, prediction }: (typeof cells)[number]): boolean => label === prediction;
  const mistake = greatest(
    cells.filter((cell) => !isRight(cell) && cell.count > 0),
    ({ count }) => count,
  );
  const name = (at: number): string => tickLabels?.[at] ?? words.classAt(at);
  const told = words.confusion(values.length, say(sum(cells.filter(isRight))), sum(cells));
  if (mistake === undefined) return `${told}; ${words.noMistake}`;
  return `${told}; ${words.mistake(name(mistake.label), name(mistake.prediction), mistake.count)}`;
}

function tellClasses(
  classes: DrawnCallOf<'show.perClassAccuracy'>['data'],
  words: ChartWords,
  say: Say,
): string | null {
  const best = greatest(classes, ({ accuracy }) => accuracy);
  const worst = greatest(classes, ({ accuracy }) => -accuracy);
  if (best === undefined || worst === undefined) return null;
  return words.classes(classes.length, best.label, say(best.accuracy), worst.label, say(worst.accuracy));
}
