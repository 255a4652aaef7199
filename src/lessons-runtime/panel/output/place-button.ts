import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import type { ShowContext } from './shown-output.ts';

/** A place in the learner's code, as a button that puts the cursor there. */
export function placeButton(
  { cell: where, line, column }: NonNullable<OutputOf<'error'>['place']>,
  { cell, words, onPlace }: ShowContext,
): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'error-place', 'data-line': String(line), 'data-column': String(column) },
    where === cell ? words.place(line, column) : words.placeElsewhere(where, line, column),
  );
  button.addEventListener('click', () => onPlace(where, line, column));
  return button;
}
