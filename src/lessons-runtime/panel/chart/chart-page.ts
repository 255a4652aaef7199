import type { Language } from '../../shared/language.ts';
import type { ChartWords } from './chart-words.ts';

interface ChartPage {
  readonly language: Language;
  readonly words: ChartWords;
}

let page: ChartPage | null = null;

/**
 * The page that tfjs-vis draws on. What stands in the place of its modules has it from here: they are modules of CommonJS, and
 * what they import would be wrapped for them, also where a page uses it without charts.
 */
export function setChartPage(next: ChartPage): void {
  page = next;
}

export function chartPage(): ChartPage {
  if (page === null) throw new Error('nothing is drawn yet');
  return page;
}
