import { chartPage } from './chart-page.ts';

/**
 * `format` of d3-format as tfjs-vis uses it: here numbers are as the rest of the page has them (see `tools/vite-charts.ts`).
 * @param specifier of d3-format; `p` stands for a percentage
 */
export function format(specifier: string): (value: number) => string {
  const { format: page } = chartPage().words;
  return specifier.endsWith('p') ? (value) => page.percent(value) : (value) => page.number(value);
}
