import type { OutputOf } from '../../protocol/output.ts';
import { backticked, element } from '../dom/element.ts';
import { placeButton } from './place-button.ts';
import type { ShowContext } from './shown-output.ts';

/** Creates the view of a note about a run, with a button that moves the cursor to its place, if it has one. */
export function showNote({ level, text, place }: OutputOf<'note'>, context: ShowContext): HTMLElement {
  const button = place === undefined ? [] : [' ', placeButton(place, context)];
  return element('p', { class: `note-line note-${level}` }, ...backticked(text), ...button);
}
