import { element } from '../element.ts';

/** A sentence whose code stands between backticks, the code set as code. */
export function backticked(text: string): readonly (Node | string)[] {
  return text.split('`').map((piece, place) => (place % 2 === 0 ? piece : element('code', {}, piece)));
}
