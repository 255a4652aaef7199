import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { placeButton } from './place-button.ts';
import type { ShowContext } from './shown-output.ts';

/** Creates the view of an error: what happened, a button that moves the cursor to the place, and advice. */
export function showError(part: OutputOf<'error'>, context: ShowContext): HTMLElement {
  const node = element(
    'div',
    {},
    element('p', { class: 'error-what' }, element('strong', {}, part.name), ` ${part.what}`),
  );
  if (part.place !== null) node.append(element('p', {}, placeButton(part.place, context)));
  node.append(element('p', { class: 'error-advice' }, part.advice));
  return node;
}
