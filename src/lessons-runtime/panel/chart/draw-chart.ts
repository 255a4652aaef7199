import * as tfvis from '@tensorflow/tfjs-vis';
import { subSurface } from '@tensorflow/tfjs-vis/dist/util/dom';
import type { DrawnCall, DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves } from '../../protocol/chart-data.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { languageOf } from '../../shared/language.ts';
import { setChartPage } from './chart-page.ts';
import { type ChartWords, chartWordsIn } from './chart-words.ts';
import { downsampleCurves, downsamplePoints, maxDrawnIndices } from './downsample.ts';
import { escapeHtml } from './escape-html.ts';
import { type LineStyle, setLineSettings } from './line-settings.ts';
import { Tensor } from './snapshot-tensor.ts';
import { valueText } from './value-kinds.ts';

const maxWidth = 720;
/** The default colour of tfjs-vis for the bars of a histogram. */
const defaultBarColour = '#001B44';
const gap = 16;
/** Live plots are small and drawn often: one point for every second pixel is enough. */
const maxLivePoints = 180;
/** The smallest width, in CSS pixels, at which the plots of a training are placed in two columns. */
const minTwoColumnWidth = 640;
/** Below this width, in CSS pixels, texts are a little larger, as in the rest of the page. */
const narrowWidth = 480;

/**
 * Repeats a call of a cell with tfjs-vis on the page. A call similar to the previous one updates the drawing; any other
 * replaces it.
 * @param available the width in CSS pixels that the drawing may take
 * @param styles of the lines of a line chart; by default their positions determine them
 * @throws the error of tfjs-vis for data that it cannot draw
 */
export async function drawChart(
  area: HTMLElement,
  call: DrawnCall,
  available: number,
  styles?: readonly LineStyle[],
): Promise<void> {
  const language = languageOf(document.documentElement);
  const words = chartWordsIn(language);
  setChartPage({ language, words });
  const canvas = canvasFor(area, call);
  const width = Math.max(160, Math.min(available, maxWidth));
  const fontSize = width < narrowWidth ? 16 : 15;
  const options = { width, height: 320, fontSize, ...call.options };
  switch (call.path) {
    case 'render.barchart':
      return tfvis.render.barchart(
        canvas,
        call.data as never,
        {
          ...options,
          height: call.options.height ?? 360,
          // With the options of its last call, tfjs-vis would update the bars itself and not their axis.
          drawing: {},
        } as never,
      );
    case 'render.linechart': {
      const { x, series } = downsampleCurves(call.data);
      setLineSettings(canvas, { x, xDomain: call.options.xAxisDomain, styles });
      const values = series.map(({ values }) => Array.from(values, (y, index) => ({ x: index, y })));
      return tfvis.render.linechart(canvas, { values, series: series.map(({ name }) => name) }, options);
    }
    case 'render.scatterplot': {
      const series = downsamplePoints(call.data.series);
      const values = series.map(({ x, y }) => x.map((value, index) => ({ x: value, y: y[index] })));
      const names = series.map(({ name }) => name);
      return tfvis.render.scatterplot(canvas, { values: values as never, series: names }, options);
    }
    case 'render.histogram': {
      const { values, statistics } = call.data;
      await tfvis.render.histogram(canvas, values as never, {
        ...options,
        color: String(call.options.color ?? defaultBarColour),
        height: call.options.height ?? 260,
        stats: call.options.stats ?? statistics,
      });
      return;
    }
    case 'render.heatmap':
      return tfvis.render.heatmap(canvas, call.data as never, options as never);
    case 'render.confusionMatrix': {
      const height = call.options.height ?? Math.min(480, 120 + 56 * call.data.values.length);
      return tfvis.render.confusionMatrix(
        canvas,
        withLabels(call.data, words) as never,
        { xLabel: words.fields.prediction, yLabel: words.fields.label, ...options, height } as never,
      );
    }
    case 'render.table':
      return tfvis.render.table(canvas, escapeTable(call.data), {
        fontSize: call.options.fontSize ?? fontSize,
      });
    case 'show.history':
      return drawHistory(
        canvas,
        call.data,
        { xLabel: words.columns.iteration, fontSize, ...call.options },
        width,
        words,
      );
    case 'show.fitCallbacks':
      return drawLive(canvas, call, { fontSize, ...call.options }, width, words);
    case 'show.valuesDistribution': {
      const { values, statistics } = call.data;
      // As `show.valuesDistribution` does, which takes no options.
      const drawing = { ...options, color: defaultBarColour, height: 260, stats: statistics };
      await tfvis.render.histogram(canvas, values as never, drawing);
      return;
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
        call.data.map(({ accuracy, count }) => ({
          accuracy: valueText('share', accuracy, words.format) as never,
          count,
        })),
        call.data.map(({ label }) => escapeHtml(label)),
      );
    default:
      return assertNever(call);
  }
}

const signatures = new WeakMap<HTMLElement, { readonly signature: string; readonly canvas: HTMLElement }>();

/** Returns the element on which tfjs-vis draws: the same one for similar calls, so that tfjs-vis can update its drawing. */
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

/** Draws one plot for each metric, with its validation metric (`loss` and `val_loss`), in two columns if there is room. */
async function drawHistory(
  target: HTMLElement,
  curves: Curves,
  options: Options,
  width: number,
  words: ChartWords,
  maxPoints = maxDrawnIndices,
): Promise<void> {
  const { x, series } = downsampleCurves(curves, maxPoints);
  const plots = new Map<string, Curves['series'][number][]>();
  for (const one of series) {
    const plot = one.name.replace('val_', '');
    plots.set(plot, [...(plots.get(plot) ?? []), one]);
  }
  const columns = plots.size > 1 && width >= minTwoColumnWidth ? 2 : 1;
  target.classList.toggle('chart-columns', columns === 2);
  setLineSettings(target, { x });
  for (const [metric, plot] of plots) {
    const history = Object.fromEntries(plot.map(({ name, values }) => [name, Array.from(values)]));
    const names = plot.map(({ name }) => name);
    await tfvis.show.history(target, { history }, names, {
      width: (width - gap * (columns - 1)) / columns,
      height: columns === 2 ? 280 : 320,
      yLabel: metricName(metric, words),
      ...options,
    });
    await nextTask();
  }
}

/** Lets the page handle events between two plots. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Draws as `show.fitCallbacks` does: for each callback a subsurface with its name and the history of its metrics. */
async function drawLive(
  canvas: HTMLElement,
  { data }: DrawnCallOf<'show.fitCallbacks'>,
  options: Options,
  width: number,
  words: ChartWords,
): Promise<void> {
  const { columns, callbacks } = words;
  for (const { name, curves } of data.callbacks) {
    const kind = /batch/i.test(name) ? 'batch' : /epoch/i.test(name) ? 'epoch' : null;
    const title = kind === null ? name : { batch: callbacks.batches, epoch: callbacks.epochs }[kind];
    const part = subSurface(canvas, name, { title });
    const labels = { xLabel: columns[kind ?? 'iteration'], ...options };
    await drawHistory(part, curves, labels, width, words, maxLivePoints);
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
    // tfjs-vis writes the names into a select element without escaping them.
    weights: weights.map(({ name }) => ({ name: name.replace(/[&<>"'`=\s]+/g, '_') })),
  } as never);
  const chooser = canvas.querySelector('[data-name=select-layer]');
  if (weights.length === 0) chooser?.remove();
  for (const button of chooser?.querySelectorAll('button') ?? []) button.textContent = words.showDistribution;
  chooser?.querySelector('select')?.setAttribute('aria-label', words.showDistribution);
}

/** Escapes the texts of a table, because tfjs-vis inserts them into the page as markup. */
function escapeTable({ headers, values }: DrawnCallOf<'render.table'>['data']) {
  return {
    headers: headers.map(escapeHtml),
    values: values.map((row) => row.map((cell) => (typeof cell === 'string' ? escapeHtml(cell) : cell))),
  };
}

/** Adds labels to a confusion matrix without any. They are copied because tfjs-vis changes them. */
function withLabels(
  { values, tickLabels }: DrawnCallOf<'render.confusionMatrix'>['data'],
  words: ChartWords,
) {
  return { values, tickLabels: [...(tickLabels ?? Array.from(values, (_, index) => words.classAt(index)))] };
}

/** Returns the name of a metric in the page's language, or as the cell calls it. */
function metricName(metric: string, { metrics }: ChartWords): string {
  const names: Readonly<Record<string, string>> = metrics;
  return Object.hasOwn(names, metric) ? (names[metric] ?? metric) : metric;
}
