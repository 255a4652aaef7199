import * as tfvis from '@tensorflow/tfjs-vis';
import type { ChartCall } from '../../protocol/chart-call.ts';
import type { ChartFunction } from '../../protocol/chart-functions.ts';

type Draw = (container: HTMLElement, data: never, options: object) => Promise<unknown>;

const drawers: Readonly<Record<ChartFunction, Draw>> = {
  'render.barchart': tfvis.render.barchart,
  'render.linechart': tfvis.render.linechart,
  'render.scatterplot': tfvis.render.scatterplot,
  'render.histogram': tfvis.render.histogram,
  'render.heatmap': tfvis.render.heatmap,
  'render.confusionMatrix': tfvis.render.confusionMatrix,
  'render.table': async (container, data, options) => tfvis.render.table(container, data, options),
  'show.history': async (container, data: { history: never; metrics: string[] }, options) =>
    tfvis.show.history(container, data.history, data.metrics, options),
};

/** Repeats a call of a cell with the real tfjs-vis. Rejects where tfjs-vis refuses the data. */
export async function drawChart(container: HTMLElement, call: ChartCall): Promise<void> {
  const width = Math.min(container.clientWidth, 720);
  const isBars = call.path === 'render.barchart';
  const options = {
    width,
    height: isBars ? 320 : 280,
    ...(isBars ? { color: barColour(container) } : {}),
    ...call.options,
  };
  // Untrusted data: tfjs-vis checks its shape itself, and what it throws is shown.
  await drawers[call.path](container, call.data as never, options);
}

function barColour(container: Element): string {
  return getComputedStyle(container).getPropertyValue('--water-1').trim();
}
