import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import type { ExerciseWords } from './exercise-words.ts';

/**
 * Keeps a solution closed until the learner has made enough attempts or confirms that they want to see it.
 *
 * @param triesLeft returns the honest attempts until it may be opened without a question; 0 or less if it may be now
 * @param onSeen called when it is opened
 * @returns `close` closes it again, after the exercise was reset; `update` is called after an attempt
 */
export function guardSolution(
  solution: HTMLDetailsElement,
  words: ExerciseWords,
  triesLeft: () => number,
  onSeen: () => void,
): { readonly close: () => void; readonly update: () => void } {
  const summary = requireElement(solution, 'summary');
  const question = element('p');
  const show = element('button', { type: 'button' }, words.show);
  const keepTrying = element('button', { type: 'button' }, words.keepTrying);
  const ask = element(
    'div',
    { class: 'exercise-ask', role: 'group', hidden: true },
    question,
    show,
    keepTrying,
  );
  question.id = `${solution.closest<HTMLElement>('[data-exercise]')?.dataset['exercise'] ?? ''}-ask`;
  ask.setAttribute('aria-labelledby', question.id);
  solution.after(ask);
  let isAllowed = false;

  // The learner may have opened it before this script was loaded.
  solution.open = false;
  summary.addEventListener('click', (event) => {
    if (isAllowed || triesLeft() <= 0 || solution.open) return;
    event.preventDefault();
    question.textContent = words.ask(triesLeft());
    ask.hidden = false;
    show.focus();
  });
  solution.addEventListener('toggle', () => {
    if (solution.open) onSeen();
  });
  show.addEventListener('click', () => {
    isAllowed = true;
    ask.hidden = true;
    solution.open = true;
    summary.focus();
  });
  keepTrying.addEventListener('click', () => {
    ask.hidden = true;
    summary.focus();
  });
  return {
    close() {
      isAllowed = false;
      solution.open = false;
    },
    update() {
      if (ask.hidden) return;
      question.textContent = words.ask(triesLeft());
      if (triesLeft() > 0) return;
      const hadFocus = ask.contains(document.activeElement);
      ask.hidden = true;
      if (hadFocus) summary.focus();
    },
  };
}
