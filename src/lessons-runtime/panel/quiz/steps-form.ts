import type { AnswerForm } from './answer-form.ts';

/**
 * Creates the form for steps to be put in order with their buttons, or with the arrow keys on these.
 * @param onMoved called with a step's text, its new position (1-based) and the number of steps
 */
export function createStepsForm(
  question: HTMLElement,
  onMoved: (step: string, position: number, count: number) => void,
): AnswerForm {
  const list = question.querySelector('ol');
  const steps = () => [...(list?.querySelectorAll<HTMLElement>('[data-step-place]') ?? [])];

  function move(step: HTMLElement, by: number, focused: HTMLElement): void {
    const order = steps();
    const index = order.indexOf(step) + by;
    if (index >= 0 && index < order.length) {
      order.splice(order.indexOf(step), 1);
      order.splice(index, 0, step);
      list?.append(...order);
      // A moved element loses the focus.
      focused.focus();
    }
    const text = step.querySelector('[data-step-text]')?.textContent ?? '';
    onMoved(text, steps().indexOf(step) + 1, order.length);
  }

  for (const step of steps()) {
    for (const button of step.querySelectorAll<HTMLElement>('[data-move]')) {
      button.addEventListener('click', () => move(step, Number(button.dataset['move']), button));
      button.addEventListener('keydown', (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(step, by, button);
      });
    }
  }

  return {
    read: () => steps().map(({ dataset }) => Number(dataset['stepPlace'])),
    write(answer) {
      if (typeof answer === 'string') return;
      const order = answer.flatMap(
        (number) => steps().find(({ dataset }) => Number(dataset['stepPlace']) === number) ?? [],
      );
      list?.append(...order);
    },
  };
}
