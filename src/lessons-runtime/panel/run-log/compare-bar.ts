import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { runLogWords } from './run-log-words.ts';

/** The bar at the lower edge of the window that states how many trainings are ticked, while at least one is. */
interface CompareBar {
  readonly node: HTMLElement;
  /** @param numbers of the ticked trainings */
  show(numbers: readonly number[]): void;
}

export function createCompareBar(
  words: PanelWords,
  actions: { readonly onCompare: () => void; readonly onClear: () => void },
): CompareBar {
  const logWords = runLogWords[words.language];
  const text = element('p', {});
  const compare = element('button', { type: 'button', class: 'run-compare' });
  const clear = element('button', { type: 'button' }, logWords.clearMarks);
  const node = element('div', { class: 'run-compare-bar', hidden: true }, text, compare, clear);
  compare.addEventListener('click', actions.onCompare);
  clear.addEventListener('click', actions.onClear);
  return {
    node,
    show(numbers) {
      node.hidden = numbers.length === 0;
      compare.textContent = logWords.compareCount(numbers.length);
      compare.disabled = numbers.length < 2;
      const list = words.format.list(numbers.map(String));
      text.textContent = numbers.length < 2 ? logWords.chooseMore : logWords.ticked(list);
    },
  };
}
