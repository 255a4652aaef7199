import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { ShowContext } from './show-output.ts';

/** What happened, where, what to try. The place is a button that puts the cursor there. */
export function showError(part: OutputOf<'error'>, { cell, words, onPlace }: ShowContext): HTMLElement {
  const node = element(
    'div',
    {},
    element('p', { class: 'error-what' }, element('strong', {}, part.name), ` ${part.what}`),
  );
  if (part.place !== null) {
    const { cell: where, line, column } = part.place;
    const text = where === cell ? words.place(line, column) : words.placeElsewhere(where, line, column);
    const button = element(
      'button',
      { type: 'button', class: 'error-place', 'data-line': String(line), 'data-column': String(column) },
      text,
    );
    button.addEventListener('click', () => onPlace(where, line, column));
    node.append(element('p', {}, button));
  }
  node.append(element('p', { class: 'error-advice' }, part.advice));
  return node;
}
