import * as tfvis from '@tensorflow/tfjs-vis';
import type { ChartCall, ChartFunction } from '../../protocol/chart-call.ts';

type Draw = (container: HTMLElement, data: unknown, options: object) => Promise<void>;

const drawers: Readonly<Record<ChartFunction, Draw>> = {
  'render.barchart': tfvis.render.barchart as Draw,
  'render.linechart': tfvis.render.linechart as Draw,
  'render.scatterplot': tfvis.render.scatterplot as Draw,
  'render.histogram': tfvis.render.histogram as Draw,
  'render.heatmap': tfvis.render.heatmap as Draw,
  'render.confusionMatrix': tfvis.render.confusionMatrix as Draw,
  'render.table': async (container, data, options) => tfvis.render.table(container, data as never, options),
  'show.history': async (container, data, options) => {
    const { history, metrics } = data as { history: never; metrics: string[] };
    await tfvis.show.history(container, history, metrics, options);
  },
};

/** Repeats a call of a cell with the real tfjs-vis. Rejects where tfjs-vis refuses the data. */
export async function drawChart(container: HTMLElement, call: ChartCall): Promise<void> {
  const width = Math.min(container.clientWidth, 720);
  const isBars = call.path === 'render.barchart';
  const options = { width, height: isBars ? 320 : 280, ...(isBars ? { color: barColour(container) } : {}), ...call.options };
  await drawers[call.path](container, call.data, options);
}

function barColour(container: Element): string {
  return getComputedStyle(container).getPropertyValue('--water-1').trim();
}
