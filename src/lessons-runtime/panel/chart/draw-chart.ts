import * as tfvis from '@tensorflow/tfjs-vis';
import { subSurface } from '@tensorflow/tfjs-vis/dist/util/dom';
import type { DrawnCall, DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves } from '../../protocol/chart-data.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { languageOf } from '../../shared/language.ts';
import { setChartPage } from './chart-page.ts';
import { type ChartWords, chartWordsIn } from './chart-words.ts';
import { downsampleCurves, downsamplePoints, sampledIndices } from './downsample.ts';
import { escapeHtml } from './escape-html.ts';
import { setLineXValues } from './line-x-values.ts';
import { Tensor } from './snapshot-tensor.ts';

const widest = 720;
/** The bars of a histogram where the cell gave no colour. */
const tfvisBars = '#001B44';
const gap = 16;
/** Drawn again and again, several beside each other: a point for every second pixel. */
const livePlaces = 180;
/** From this width on, the plots of a training stand side by side. */
const twoColumns = 560;

/**
 * Repeats a call of a cell with the real tfjs-vis. A call like the one before it is drawn over it; any other starts afresh.
 * @param available the width in CSS pixels that the drawing may take
 * @throws what tfjs-vis throws where it cannot draw the data
 */
export async function drawChart(area: HTMLElement, call: DrawnCall, available: number): Promise<void> {
  const language = languageOf(document.documentElement);
  const words = chartWordsIn(language);
  setChartPage({ language, words });
  const canvas = canvasFor(area, call);
  const width = Math.max(160, Math.min(available, widest));
  const options = { width, height: 280, ...call.options };
  switch (call.path) {
    case 'render.barchart':
      return tfvis.render.barchart(canvas, call.data as never, {
        ...options,
        height: call.options.height ?? 320,
      });
    case 'render.linechart': {
      const { x, series } = downsampleCurves(call.data);
      setLineXValues(canvas, x);
      const values = series.map(({ values }) => Array.from(values, (y, at) => ({ x: at, y })));
      return tfvis.render.linechart(canvas, { values, series: series.map(({ name }) => name) }, options);
    }
    case 'render.scatterplot': {
      const series = downsamplePoints(call.data.series);
      const values = series.map(({ x, y }) => x.map((place, at) => ({ x: place, y: y[at] })));
      const names = series.map(({ name }) => name);
      return tfvis.render.scatterplot(canvas, { values: values as never, series: names }, options);
    }
    case 'render.histogram': {
      const { values, statistics } = call.data;
      await tfvis.render.histogram(canvas, values as never, {
        ...options,
        color: String(call.options.color ?? tfvisBars),
        height: call.options.height ?? 220,
        stats: call.options.stats ?? statistics,
      });
      return;
    }
    case 'render.heatmap':
      return tfvis.render.heatmap(canvas, call.data as never, options as never);
    case 'render.confusionMatrix': {
      const height = call.options.height ?? Math.min(400, 100 + 48 * call.data.values.length);
      return tfvis.render.confusionMatrix(
        canvas,
        labelled(call.data, words) as never,
        { xLabel: words.fields.prediction, yLabel: words.fields.label, ...options, height } as never,
      );
    }
    case 'render.table':
      return tfvis.render.table(canvas, asMarkup(call.data), fontOf(call.options));
    case 'show.history':
      return drawHistory(canvas, call.data, { ...axesIn(words), ...call.options }, width);
    case 'show.fitCallbacks':
      return drawLive(canvas, call, width, words);
    case 'show.valuesDistribution': {
      const { values, statistics } = call.data;
      const size = statistics.numVals ?? values.length;
      return tfvis.show.valuesDistribution(canvas, new Tensor(values, statistics, [size], size) as never);
    }
    case 'show.layer':
      return drawLayer(canvas, call.data, words);
    case 'show.modelSummary': {
      const layers = call.data.layers.map(({ parameters, ...layer }) => ({
        ...layer,
        name: escapeHtml(layer.name),
        countParams: () => parameters,
      }));
      return tfvis.show.modelSummary(canvas, { layers } as never);
    }
    case 'show.perClassAccuracy':
      return tfvis.show.perClassAccuracy(
        canvas,
        call.data.map(({ accuracy, count }) => ({ accuracy, count })),
        call.data.map(({ label }) => escapeHtml(label)),
      );
    default:
      return assertNever(call);
  }
}

const signatures = new WeakMap<HTMLElement, { readonly signature: string; readonly canvas: HTMLElement }>();

/** What tfjs-vis draws on: the same element for the same kind of chart, so that it can update what it drew. */
function canvasFor(area: HTMLElement, call: DrawnCall): HTMLElement {
  const signature = JSON.stringify([call.path, namesOf(call), call.options.stats === false]);
  const known = signatures.get(area);
  if (known?.signature === signature) return known.canvas;
  const canvas = document.createElement('div');
  canvas.className = 'chart-canvas';
  area.replaceChildren(canvas);
  signatures.set(area, { signature, canvas });
  return canvas;
}

function namesOf(call: DrawnCall): unknown {
  switch (call.path) {
    case 'show.history':
      return call.data.series.map(({ name }) => name);
    case 'show.fitCallbacks':
      return call.data.callbacks.map(({ name, curves }) => [
        name,
        curves.series.map((series) => series.name),
      ]);
    case 'show.layer':
      return call.data.weights.map(({ name, shape }) => [name, shape]);
    default:
      return null;
  }
}

type Options = DrawnCall['options'];

/** `loss` and `val_loss` share a plot; the plots of one training stand side by side where there is room. */
async function drawHistory(
  target: HTMLElement,
  curves: Curves,
  options: Options,
  width: number,
  places = sampledIndices,
): Promise<void> {
  const { x, series } = downsampleCurves(curves, places);
  const plots = new Map<string, Curves['series'][number][]>();
  for (const one of series) {
    const plot = one.name.replace('val_', '');
    plots.set(plot, [...(plots.get(plot) ?? []), one]);
  }
  const columns = plots.size > 1 && width >= twoColumns ? 2 : 1;
  target.classList.toggle('chart-columns', columns === 2);
  setLineXValues(target, x);
  for (const plot of plots.values()) {
    const history = Object.fromEntries(plot.map(({ name, values }) => [name, Array.from(values)]));
    const names = plot.map(({ name }) => name);
    await tfvis.show.history(target, { history }, names, {
      width: (width - gap * (columns - 1)) / columns,
      height: 200,
      ...options,
    });
    await nextTask();
  }
}

/** Lets the page do what waits, between two plots. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** As `show.fitCallbacks` draws: a part for each callback under its name, with the history of what it heard. */
async function drawLive(
  canvas: HTMLElement,
  { data, options }: DrawnCallOf<'show.fitCallbacks'>,
  width: number,
  words: ChartWords,
): Promise<void> {
  const { columns, callbacks } = words;
  for (const { name, curves } of data.callbacks) {
    const kind = /batch/i.test(name) ? 'batch' : /epoch/i.test(name) ? 'epoch' : null;
    const title = kind === null ? name : { batch: callbacks.batches, epoch: callbacks.epochs }[kind];
    const part = subSurface(canvas, name, { title });
    const axes = { ...axesIn(words), ...options, ...(kind === null ? {} : { xLabel: columns[kind] }) };
    await drawHistory(part, curves, axes, width, livePlaces);
  }
}

async function drawLayer(
  canvas: HTMLElement,
  { weights }: DrawnCallOf<'show.layer'>['data'],
  words: ChartWords,
): Promise<void> {
  const tensors = weights.map(
    ({ values, statistics, shape, size }) => new Tensor(values, statistics, shape, size),
  );
  await tfvis.show.layer(canvas, {
    getWeights: () => tensors,
    // Names go into a list of choices too, which gives them back as text.
    weights: weights.map(({ name }) => ({ name: name.replace(/[&<>"'`=\s]+/g, '_') })),
  } as never);
  const chooser = canvas.querySelector('[data-name=select-layer]');
  if (weights.length === 0) chooser?.remove();
  for (const button of chooser?.querySelectorAll('button') ?? []) button.textContent = words.showDistribution;
  chooser?.querySelector('select')?.setAttribute('aria-label', words.showDistribution);
}

/** tfjs-vis puts a table's texts into the page as markup; a cell's text is text. */
function asMarkup({ headers, values }: DrawnCallOf<'render.table'>['data']) {
  return {
    headers: headers.map(escapeHtml),
    values: values.map((row) => row.map((cell) => (typeof cell === 'string' ? escapeHtml(cell) : cell))),
  };
}

function fontOf({ fontSize }: Options): { fontSize?: number } {
  return fontSize === undefined ? {} : { fontSize };
}

/** tfjs-vis writes into the labels that it is given. */
function labelled({ values, tickLabels }: DrawnCallOf<'render.confusionMatrix'>['data'], words: ChartWords) {
  return { values, tickLabels: [...(tickLabels ?? Array.from(values, (_, at) => words.classAt(at)))] };
}

function axesIn({ columns }: ChartWords) {
  return { xLabel: columns.iteration, yLabel: columns.value };
}
