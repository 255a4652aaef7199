import type { LessonPage } from '../../lesson/lesson-page.ts';
import { isLanguage } from '../../shared/language.ts';

/** A cell of the page. */
export interface CellOnPage {
  readonly id: string;
  /** The code as the author wrote it. */
  readonly source: string;
  readonly section: HTMLElement;
}

/** Reads the lesson that the build wrote into the page. @returns `null` if the page is not a lesson */
export function readPage(
  root: Document,
): { readonly page: LessonPage; readonly cells: readonly CellOnPage[] } | null {
  const main = root.querySelector<HTMLElement>('[data-lesson]');
  const lesson = main?.dataset['lesson'];
  const language = main?.dataset['language'];
  if (main === null || lesson === undefined || !isLanguage(language)) return null;
  const cells = [...main.querySelectorAll<HTMLElement>('[data-cell]')].map((section) => ({
    id: section.dataset['cell'] ?? '',
    source: section.querySelector('[data-code] pre')?.textContent ?? '',
    section,
  }));
  return { page: { lesson, language, cells: cells.map(({ id, source }) => ({ id, source })) }, cells };
}

/** Returns the first match of a selector that the build always writes into the page. @throws {Error} if there is none */
export function requireElement<Type extends Element = HTMLElement>(root: ParentNode, selector: string): Type {
  const found = root.querySelector<Type>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
