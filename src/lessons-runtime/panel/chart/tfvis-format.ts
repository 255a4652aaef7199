import { chartPage } from './chart-page.ts';

/**
 * Replaces `format` of d3-format in tfjs-vis, so that it formats numbers as the rest of the page does (see
 * `tools/vite-charts.ts`).
 * @param specifier of d3-format, of which only the percentages (`p`) are distinguished
 */
export function format(specifier: string): (value: number) => string {
  const { format: pageFormat } = chartPage().words;
  return specifier.endsWith('p') ? (value) => pageFormat.percent(value) : (value) => pageFormat.number(value);
}
