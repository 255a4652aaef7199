import type * as tfvis from '@tensorflow/tfjs-vis';
import type { CooperativeStop } from '../kernel/cooperative-stop.ts';
import type { CapturedOutput, OutputCapture } from '../kernel/output/capture-output.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import type { DrawnCall } from '../protocol/chart-call.ts';
import type { ChartFunction } from '../protocol/chart-functions.ts';
import type { ChartSurface } from '../protocol/chart-options.ts';
import { trainingWords } from '../protocol/training-words.ts';
import { createDeferred } from '../shared/deferred.ts';
import type { Language } from '../shared/language.ts';
import { chartCallWords } from './chart-call-words.ts';
import { createFitCallbacks, type FitCallbacks } from './fit-callbacks.ts';
import { createMetrics } from './metrics.ts';
import { asCurves, asPoints, readSeries } from './read-curves.ts';
import { isFitHistory, readHistory } from './read-history.ts';
import { readConfusionMatrix, readHeatmap } from './read-matrix.ts';
import { readLayer, readModelSummary } from './read-model.ts';
import { readOptions } from './read-options.ts';
import { readBars, readClasses, readTable } from './read-rows.ts';
import { readHistogram, readTensorValues } from './read-values.ts';
import type { Content, Reading } from './reading.ts';
import { createSurfaces } from './surfaces.ts';
import { createVisor } from './visor.ts';

/** tfjs-vis for cells. */
interface Charts {
  /** The module `@tensorflow/tfjs-vis`: the functions and signatures of tfjs-vis 1.5.1. */
  readonly module: typeof tfvis;
  /** Call it when a run ends. Sends the throttled updates of live curves, so that they end with their last point. */
  endRun(): void;
}

/**
 * Creates a facade of tfjs-vis. Its functions read the values in the worker, where the tensors are; the page draws them with the
 * real tfjs-vis in the output of the cell. A call that cannot be drawn rejects, with tfjs-vis's error message if it has one.
 */
export function createCharts(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show' | 'showLater'>;
  readonly language: Language;
  readonly refuses: CooperativeStop['refuses'];
}): Charts {
  const { tf, capture, refuses } = deps;
  const words = chartCallWords[deps.language];
  const surfaces = createSurfaces(words);
  const flushes = new Set<() => void>();
  /** The surfaces that the current run has drawn on. */
  const drawn = new Set<string>();

  const reading = <Path extends ChartFunction>(path: Path): Reading<Path> => ({ path, words });

  /** Labels the x axis of a result of `fit`, which has epochs, unless the cell does. */
  function historyOptions(history: unknown, options: unknown): unknown {
    if (!isFitHistory(history)) return options;
    return { xLabel: trainingWords[deps.language].epoch, ...Object(options) };
  }

  function chartOutput(surface: ChartSurface, options: unknown, content: Content): CapturedOutput {
    const call = { ...content, surface, options: readOptions(options) } as DrawnCall;
    drawn.add(idOf(surface));
    return { part: { kind: 'chart', id: idOf(surface), call }, transfer: [] };
  }

  /** Shows a surface that was created and not drawn on as an empty chart. */
  function showEmpty(surface: ChartSurface): void {
    if (drawn.has(idOf(surface))) return;
    capture.show({ kind: 'chart', id: idOf(surface), call: { path: 'surface', surface } });
  }

  /** Reserves the chart's place among the outputs while its data is read. Rejects if the data cannot be drawn. */
  async function draw(
    path: ChartFunction,
    drawable: unknown,
    options: unknown,
    read: () => Content | Promise<Content>,
  ): Promise<void> {
    if (refuses()) return;
    const place = createDeferred<CapturedOutput | null>();
    capture.showLater(place.promise);
    try {
      place.resolve(chartOutput(surfaces.of(drawable, path), options, await read()));
    } catch (error) {
      place.resolve(null);
      throw error;
    }
  }

  const render = {
    barchart: (container: unknown, data: unknown, options?: unknown) =>
      draw('render.barchart', container, options, () => readBars(reading('render.barchart'), data)),
    linechart: (container: unknown, data: unknown, options?: unknown) =>
      draw('render.linechart', container, options, () => ({
        path: 'render.linechart',
        ...asCurves(readSeries(reading('render.linechart'), data, options)),
      })),
    scatterplot: (container: unknown, data: unknown, options?: unknown) =>
      draw('render.scatterplot', container, options, () => ({
        path: 'render.scatterplot',
        ...asPoints(readSeries(reading('render.scatterplot'), data, options)),
      })),
    histogram: (container: unknown, data: unknown, options?: unknown) =>
      draw('render.histogram', container, options, () => readHistogram(reading('render.histogram'), data)),
    heatmap: (container: unknown, data: unknown, options?: unknown) =>
      draw('render.heatmap', container, options, () =>
        readHeatmap(tf, reading('render.heatmap'), data, options),
      ),
    confusionMatrix: (container: unknown, data: unknown, options?: unknown) =>
      draw('render.confusionMatrix', container, options, () =>
        readConfusionMatrix(reading('render.confusionMatrix'), data),
      ),
    /** Synchronous, as in tfjs-vis, so it throws instead of rejecting. */
    table(container: unknown, data: unknown, options?: unknown): void {
      if (refuses()) return;
      const { part } = chartOutput(
        surfaces.of(container, 'render.table'),
        options,
        readTable(reading('render.table'), data),
      );
      capture.show(part);
    },
  };

  const show = {
    history: (container: unknown, history: unknown, metrics: unknown, options?: unknown) =>
      draw('show.history', container, historyOptions(history, options), () =>
        readHistory(tf, reading('show.history'), history, metrics),
      ),
    fitCallbacks(container: unknown, metrics: unknown, options?: unknown): FitCallbacks {
      const surface = surfaces.of(container, 'show.fitCallbacks');
      const { callbacks, flush } = createFitCallbacks(
        tf,
        reading('show.fitCallbacks'),
        metrics,
        options,
        (data) =>
          capture.show(chartOutput(surface, options, { path: 'show.fitCallbacks', data, sample: null }).part),
      );
      flushes.add(flush);
      return callbacks;
    },
    valuesDistribution: (container: unknown, tensor: unknown) =>
      draw('show.valuesDistribution', container, {}, () =>
        readTensorValues(tf, reading('show.valuesDistribution'), tensor),
      ),
    layer: (container: unknown, layer: unknown) =>
      draw('show.layer', container, {}, () => readLayer(reading('show.layer'), layer)),
    modelSummary: (container: unknown, model: unknown) =>
      draw('show.modelSummary', container, {}, () => readModelSummary(reading('show.modelSummary'), model)),
    perClassAccuracy: (container: unknown, classAccuracy: unknown, classLabels?: unknown) =>
      draw('show.perClassAccuracy', container, {}, () =>
        readClasses(reading('show.perClassAccuracy'), classAccuracy, classLabels),
      ),
  };

  const visor = createVisor(surfaces, {
    showState(state) {
      if (!refuses()) capture.show({ kind: 'chart', id: 'visor', call: { path: 'visor', data: state } });
    },
    showSurface: showEmpty,
  });

  const module = {
    render,
    show,
    metrics: createMetrics(tf),
    visor,
    version_vis: '1.5.1',
    isSurfaceInfo: (drawable: { readonly name?: unknown }) => drawable.name != null,
    isSurface: (drawable: { readonly drawArea?: unknown }) => drawable.drawArea != null,
  };

  return {
    module: module as unknown as typeof tfvis,
    endRun() {
      for (const flush of flushes) flush();
      drawn.clear();
    },
  };
}

function idOf({ name, tab }: ChartSurface): string {
  return `${tab}/${name}`;
}
