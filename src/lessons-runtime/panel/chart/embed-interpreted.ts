import embed, { type EmbedOptions, type Result, type VisualizationSpec } from 'vega-embed';
import { chartColours } from './chart-colours.ts';
import { linePlaces } from './line-places.ts';
import { mendSpec, mendTooltip } from './mend-spec.ts';

const drawn = new WeakMap<HTMLElement, Result>();

/** vega-embed as tfjs-vis sees it: expressions interpreted, colours the page's own (see `tools/vite-charts.ts`). */
export default async function embedInterpreted(
  target: HTMLElement,
  spec: VisualizationSpec,
  options: EmbedOptions = {},
): Promise<Result> {
  drawn.get(target)?.finalize();
  const mended = mendSpec(spec as unknown as Record<string, unknown>, linePlaces(target));
  const result = await embed(target, mended as unknown as VisualizationSpec, {
    ...options,
    tooltip: mendTooltip(options.tooltip) as NonNullable<EmbedOptions['tooltip']>,
    ast: true,
    renderer: 'svg',
    config: chartColours(target),
  });
  // Vega gives every mark a role and no name; what a chart shows is said beside it, once.
  target.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  drawn.set(target, result);
  return result;
}
