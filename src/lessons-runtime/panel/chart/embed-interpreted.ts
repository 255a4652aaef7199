import { expressionFunction } from 'vega';
import embed, { type EmbedOptions, type Result, type VisualizationSpec } from 'vega-embed';
import { chartColours } from './chart-colours.ts';
import { chartPage } from './chart-page.ts';
import { isJsonObject } from './json-object.ts';
import { pageNumber } from './legible-axes.ts';
import { lineSettings } from './line-settings.ts';
import { localizeSpec } from './localize-spec.ts';
import { escapeTooltip, patchSpec } from './patch-spec.ts';
import { vegaNumberLocale } from './vega-number-locale.ts';

interface Drawing {
  readonly result: Result;
  /** Identifies everything but the data. A drawing with the same signature needs only new data. */
  readonly signature: string;
}

const drawings = new WeakMap<HTMLElement, Drawing>();
const dataName = 'drawn';

/** Formats numbers as the rest of the page does, in the texts that name this function as their `formatType`. */
expressionFunction(pageNumber, (value: unknown, format: unknown) => {
  if (typeof value !== 'number') return String(value ?? '–');
  const { percent, number } = chartPage().words.format;
  return format === 'percent' && Number.isFinite(value) ? percent(value) : number(value);
});

/**
 * Replaces `vega-embed` in tfjs-vis (see `tools/vite-charts.ts`): expressions are interpreted, and the colours are those of
 * the page. tfjs-vis requests a new drawing for each update; if only the data is new, the existing drawing is updated, which
 * takes a fraction of the time.
 */
export default async function embedInterpreted(
  target: HTMLElement,
  spec: VisualizationSpec,
  options: EmbedOptions = {},
): Promise<Result> {
  const { language, words } = chartPage();
  const patched = patchSpec(localizeSpec({ ...spec }, words), lineSettings(target));
  const { data, ...rest } = patched;
  const values = inlineValues(data);
  const config = { ...chartColours(target), locale: { number: vegaNumberLocale(language) } };
  const signature = JSON.stringify([rest, config, options]);
  const previous = drawings.get(target);
  if (previous?.signature === signature && values !== null && target.querySelector('svg') !== null) {
    await previous.result.view.data(dataName, [...values]).runAsync();
    return previous.result;
  }
  previous?.result.finalize();
  const named = values === null ? patched : { ...rest, data: { name: dataName, values } };
  const result = await embed(target, named as unknown as VisualizationSpec, {
    ...options,
    tooltip: escapeTooltip(options.tooltip) as NonNullable<EmbedOptions['tooltip']>,
    ast: true,
    renderer: 'svg',
    config,
  });
  // Vega gives every mark a role but no name. The chart is described once, by its figure.
  target.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  drawings.set(target, { result, signature });
  return result;
}

function inlineValues(data: unknown): readonly unknown[] | null {
  const values = isJsonObject(data) ? data['values'] : null;
  return Array.isArray(values) ? values : null;
}
