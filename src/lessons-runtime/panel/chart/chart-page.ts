import type { Language } from '../../shared/language.ts';
import type { ChartWords } from './chart-words.ts';

interface ChartPage {
  readonly language: Language;
  readonly words: ChartWords;
}

let page: ChartPage | null = null;

/**
 * Sets the page on which tfjs-vis draws, for the modules that replace some of its own. These read it from here instead of
 * importing it, because tfjs-vis consists of CommonJS modules: the bundler would wrap what they import, also for pages without
 * charts.
 */
export function setChartPage(next: ChartPage): void {
  page = next;
}

/** Returns the page on which tfjs-vis draws. @throws {Error} before the first drawing */
export function chartPage(): ChartPage {
  if (page === null) throw new Error('setChartPage was not called');
  return page;
}
