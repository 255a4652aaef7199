import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import type { ShowContext } from './shown-output.ts';

/** Creates a button that shows a place in the learner's code and moves the cursor there. */
export function placeButton(
  { cell: targetCell, line, column }: NonNullable<OutputOf<'error'>['place']>,
  { cell, words, goToCode }: ShowContext,
): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'error-place', 'data-line': String(line), 'data-column': String(column) },
    targetCell === cell ? words.place(line, column) : words.placeElsewhere(targetCell, line, column),
  );
  button.addEventListener('click', () => goToCode(targetCell, line, column));
  return button;
}
