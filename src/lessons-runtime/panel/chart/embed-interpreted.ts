import embed, { type EmbedOptions, type Result, type VisualizationSpec } from 'vega-embed';
import { chartColours } from './chart-colours.ts';
import { chartPage } from './chart-page.ts';
import { lineXValues } from './line-x-values.ts';
import { localizeSpec } from './localize-spec.ts';
import { escapeTooltip, patchSpec } from './patch-spec.ts';
import { vegaNumberLocale } from './vega-number-locale.ts';

interface Drawn {
  readonly result: Result;
  /** Of all but the data: a drawing with the same one needs only new data. */
  readonly signature: string;
}

const drawn = new WeakMap<HTMLElement, Drawn>();
const dataName = 'drawn';

/**
 * vega-embed as tfjs-vis sees it: expressions interpreted, colours the page's own (see `tools/vite-charts.ts`). tfjs-vis asks
 * for a new drawing at each update; where only the data is new, the old one takes it in, at a fraction of the time.
 */
export default async function embedInterpreted(
  target: HTMLElement,
  spec: VisualizationSpec,
  options: EmbedOptions = {},
): Promise<Result> {
  const { language, words } = chartPage();
  const worded = localizeSpec(spec as unknown as Record<string, unknown>, words);
  const mended = patchSpec(worded, lineXValues(target));
  const { data, ...form } = mended;
  const values = inlineValues(data);
  const config = chartColours(target);
  const signature = JSON.stringify([form, config, options]);
  const before = drawn.get(target);
  if (before?.signature === signature && values !== null && target.querySelector('svg') !== null) {
    await before.result.view.data(dataName, [...values]).runAsync();
    return before.result;
  }
  before?.result.finalize();
  const named = values === null ? mended : { ...form, data: { name: dataName, values } };
  const result = await embed(target, named as unknown as VisualizationSpec, {
    ...options,
    tooltip: escapeTooltip(options.tooltip) as NonNullable<EmbedOptions['tooltip']>,
    ast: true,
    renderer: 'svg',
    config,
    formatLocale: vegaNumberLocale(language),
  });
  // Vega gives every mark a role and no name; what a chart shows is said beside it, once.
  target.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  drawn.set(target, { result, signature });
  return result;
}

function inlineValues(data: unknown): readonly unknown[] | null {
  const values = typeof data === 'object' && data !== null && 'values' in data ? data.values : null;
  return Array.isArray(values) ? values : null;
}
