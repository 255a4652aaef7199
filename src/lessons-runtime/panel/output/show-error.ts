import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { placeButton } from './place-button.ts';
import type { ShowContext } from './shown-output.ts';

/** What happened, where, what to try. The place is a button that puts the cursor there. */
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
