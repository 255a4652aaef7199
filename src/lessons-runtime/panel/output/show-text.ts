import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { ShownOutput } from './show-output.ts';

export function showText(part: OutputOf<'text'>): ShownOutput {
  const node = element('pre', { class: `text-${part.level}` }, part.text);
  let shown = part.text;
  return {
    node,
    update(next) {
      if (next.kind !== 'text' || next.level !== part.level || !next.text.startsWith(shown)) return false;
      node.append(next.text.slice(shown.length));
      shown = next.text;
      return true;
    },
  };
}
