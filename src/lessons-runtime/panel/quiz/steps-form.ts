import type { AnswerForm } from './answer-form.ts';

/** Steps to put in order: by their buttons, or by the arrow keys on these. No dragging. */
export function createStepsForm(
  question: HTMLElement,
  tell: (step: string, place: number, count: number) => void,
): AnswerForm {
  const list = question.querySelector('ol');
  const steps = () => [...(list?.querySelectorAll<HTMLElement>('[data-step-place]') ?? [])];

  function move(step: HTMLElement, by: number, focused: HTMLElement): void {
    const order = steps();
    const place = order.indexOf(step) + by;
    if (place >= 0 && place < order.length) {
      order.splice(order.indexOf(step), 1);
      order.splice(place, 0, step);
      list?.append(...order);
      // Whoever moves a step holds on to it.
      focused.focus();
    }
    const text = step.querySelector('[data-step-text]')?.textContent ?? '';
    tell(text, steps().indexOf(step) + 1, order.length);
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
        (place) => steps().find(({ dataset }) => Number(dataset['stepPlace']) === place) ?? [],
      );
      list?.append(...order);
    },
  };
}
