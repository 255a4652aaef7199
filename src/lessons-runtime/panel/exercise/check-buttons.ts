import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import type { ExerciseWords } from './exercise-words.ts';

/**
 * Adds the behaviour of the Check button, and a Cancel button that is shown during a check. Only one check runs at a time.
 * @param check runs the check; `signal` is aborted on Cancel
 */
export function createCheckButtons(
  section: HTMLElement,
  words: ExerciseWords,
  check: (signal: AbortSignal) => Promise<void>,
): void {
  const button = requireElement<HTMLButtonElement>(section, '[data-action=check]');
  const cancel = element(
    'button',
    { type: 'button', hidden: true, 'data-action': 'cancel-check' },
    words.cancel,
  );
  // Hidden from screen readers, which get the text from the live region.
  const waiting = element('span', { hidden: true, 'aria-hidden': 'true' }, words.checking);
  button.after(cancel, waiting);
  const feedback = requireElement(section, '[data-exercise-feedback]');
  let running: AbortController | null = null;

  async function run(): Promise<void> {
    if (running !== null) return;
    running = new AbortController();
    show(true);
    try {
      await check(running.signal);
    } finally {
      running = null;
      show(false);
    }
  }

  function show(isRunning: boolean): void {
    if (isRunning) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
    // Otherwise the focus would be lost with the hidden button.
    if (!isRunning && cancel === document.activeElement) button.focus();
    cancel.hidden = !isRunning;
    waiting.hidden = !isRunning;
    // The feedback on an earlier answer. Its space is kept, so that what is below does not jump.
    feedback.style.visibility = isRunning ? 'hidden' : '';
  }

  button.addEventListener('click', () => void run());
  cancel.addEventListener('click', () => running?.abort());
  button.disabled = false;
}
