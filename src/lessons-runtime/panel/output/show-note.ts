import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';

/** A remark of the course about a run: its code, between backticks, set as code. */
export function showNote({ level, text }: OutputOf<'note'>): HTMLElement {
  const pieces = text
    .split('`')
    .map((piece, place) => (place % 2 === 0 ? piece : element('code', {}, piece)));
  return element('p', { class: `note-line note-${level}` }, ...pieces);
}
