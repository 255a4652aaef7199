import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { cellText, quantitiesOf } from './number-text.ts';
import type { ViewWords } from './shown-output.ts';

/** Creates the view of a single record: each number large below its name, with all of its digits as the title. */
export function showRecord({ columns, rows }: OutputOf<'table'>, { format }: ViewWords): HTMLElement {
  const [row = []] = rows;
  const quantities = quantitiesOf(columns, rows);
  const items = columns.map((column, index) => {
    const cell = row[index] ?? '';
    const text = cellText(cell, quantities[index] ?? 'number', format);
    const size = typeof cell === 'string' ? 'record-text' : false;
    const value = element('dd', { class: size, title: String(cell) !== text && String(cell) }, text);
    return element('div', {}, element('dt', {}, column), value);
  });
  return element('dl', { class: 'record' }, ...items);
}
