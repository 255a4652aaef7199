import { diffLines } from '../../lesson/line-diff.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { authorChangeWords } from './author-change-words.ts';

/**
 * Shows above a cell's code that the author has changed it since the learner began to edit: with a comparison side by side, and
 * buttons that take the new code or keep the learner's.
 * @returns removes it
 */
export function showAuthorChange(
  section: HTMLElement,
  language: Language,
  cell: {
    readonly authored: string;
    readonly source: () => string;
    readonly onTake: () => void;
    readonly onKeep: () => void;
  },
): () => void {
  const words = authorChangeWords[language];
  const comparison = element('div', { class: 'author-diff', tabindex: '0' });
  comparison.hidden = true;
  const compare = element('button', { type: 'button', 'aria-expanded': 'false' }, words.compare);
  const take = element('button', { type: 'button', 'data-action': 'take-authored' }, words.take);
  const keep = element('button', { type: 'button', 'data-action': 'keep-mine' }, words.keep);
  const notice = element(
    'div',
    { class: 'author-change', 'data-author-change': true },
    element('p', {}, words.changed),
    element('div', { class: 'author-buttons' }, compare, take, keep),
    comparison,
  );

  compare.addEventListener('click', () => {
    comparison.hidden = !comparison.hidden;
    compare.setAttribute('aria-expanded', String(!comparison.hidden));
    if (!comparison.hidden) comparison.replaceChildren(createTable(cell.source(), cell.authored));
  });
  take.addEventListener('click', cell.onTake);
  keep.addEventListener('click', cell.onKeep);

  function createTable(mine: string, theirs: string): HTMLElement {
    const line = (text: string | null, isChanged: boolean, mark: '−' | '+', label: string) => {
      if (text === null) return element('td', { class: 'author-none' });
      if (!isChanged) return element('td', {}, text);
      return element(
        'td',
        { class: mark === '+' ? 'author-added' : 'author-removed' },
        element('span', { 'aria-hidden': 'true' }, `${mark} `),
        element('span', { class: 'visually-hidden' }, `${label}: `),
        text,
      );
    };
    const rows = diffLines(mine, theirs).map(({ left, right }) =>
      element(
        'tr',
        { 'data-same': left === right },
        line(left, left !== right, '−', words.removed),
        line(right, left !== right, '+', words.added),
      ),
    );
    const head = element(
      'tr',
      {},
      element('th', { scope: 'col' }, words.mine),
      element('th', { scope: 'col' }, words.theirs),
    );
    return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
  }

  comparison.setAttribute('role', 'region');
  comparison.setAttribute('aria-label', `${words.mine} · ${words.theirs}`);
  section.querySelector('.cell-bar')?.after(notice);
  return () => {
    const hadFocus = notice.contains(document.activeElement);
    notice.remove();
    // Otherwise the focus would be lost with the button.
    if (hadFocus) section.querySelector<HTMLElement>('[data-action=run]')?.focus();
  };
}
