import { element } from '../dom/element.ts';

interface Answer {
  readonly label: string;
  readonly choose: () => void;
}

/**
 * Asks something in the head of a cell, instead of what it asked before. The first answer gets the focus, so that Enter chooses
 * it; Escape closes the question.
 * @param onClose called before an answer and on Escape; moves the focus, because the buttons disappear
 */
export function askInHead(
  section: HTMLElement,
  sentence: HTMLElement,
  { answers, onClose }: { readonly answers: readonly Answer[]; readonly onClose: () => void },
): void {
  const id = `ask-${section.id}`;
  sentence.id = id;
  const buttons = answers.map(({ label, choose }, index) => {
    const button = element('button', { type: 'button', class: index === 0 ? 'cell-run' : '' }, label);
    button.addEventListener('click', () => {
      close();
      choose();
    });
    return button;
  });
  const box = element(
    'div',
    { class: 'cell-missing cell-ask', role: 'group', 'aria-labelledby': id, 'data-ask': true },
    sentence,
    element('div', { class: 'cell-answers' }, ...buttons),
  );
  function close(): void {
    onClose();
    box.remove();
  }
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  section.querySelector('[data-ask]')?.remove();
  section.querySelector('.cell-bar')?.after(box);
  buttons[0]?.focus();
}
