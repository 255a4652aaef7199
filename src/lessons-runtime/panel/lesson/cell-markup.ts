import type { CellNames } from '../../lesson/cell-names.ts';
import { element } from '../dom/element.ts';

/** Reads the names that the build wrote into a cell. */
export function namesIn(section: HTMLElement): CellNames | null {
  const text = section.dataset['names'];
  return text === undefined ? null : JSON.parse(text);
}

/** Converts the parts of a text between backticks: to links if they are cells, otherwise to code. */
export function withCellLinks(text: string, isCell: (id: string) => boolean): readonly (Node | string)[] {
  return text.split('`').map((piece, index) => {
    if (index % 2 === 0) return piece;
    return isCell(piece) ? element('a', { href: `#cell-${piece}` }, piece) : element('code', {}, piece);
  });
}
