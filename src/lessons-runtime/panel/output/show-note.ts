import type { OutputOf } from '../../protocol/output.ts';
import { backticked, element } from '../dom/element.ts';
import { placeButton } from './place-button.ts';
import type { ShowContext } from './shown-output.ts';

/** A remark of the course about a run: its code, between backticks, set as code; the line that it is about, to go to. */
export function showNote({ level, text, place }: OutputOf<'note'>, context: ShowContext): HTMLElement {
  const to = place === undefined ? [] : [' ', placeButton(place, context)];
  return element('p', { class: `note-line note-${level}` }, ...backticked(text), ...to);
}
