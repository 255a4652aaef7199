import embed, { type EmbedOptions, type VisualizationSpec } from 'vega-embed';
import { chartColours } from './chart-colours.ts';

/** vega-embed as tfjs-vis sees it: expressions interpreted, colours the page's own (see `tools/vite-charts.ts`). */
export default function embedInterpreted(
  target: HTMLElement,
  spec: VisualizationSpec,
  options: EmbedOptions = {},
): ReturnType<typeof embed> {
  return embed(target, spec, { ...options, ast: true, renderer: 'svg', config: chartColours(target) });
}
