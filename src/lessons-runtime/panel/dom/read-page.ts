import type { LessonPage } from '../../lesson/lesson-page.ts';
import { isLanguage } from '../../shared/language.ts';

/** A cell of the page: what was authored, and where it stands. */
export interface CellOnPage {
  readonly id: string;
  readonly source: string;
  readonly section: HTMLElement;
}

/** The lesson as the build wrote it into the page, or `null` on a page that is no lesson. */
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

/** A part that the build promised to put into the page. */
export function requireElement<Kind extends Element = HTMLElement>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
