import type { OutputOf } from '../../protocol/output.ts';
import { dataTable } from '../dom/data-table.ts';
import { element } from '../dom/element.ts';
import { tableCsv } from '../dom/table-csv.ts';
import { copyButton } from './copy-button.ts';
import { cellText, quantitiesOf } from './number-text.ts';
import type { ShowContext } from './shown-output.ts';

/** A table with more rows shows their number. */
const manyRows = 10;

/**
 * Creates the table of an array of records, with its size and a button that copies it as CSV. Numbers are rounded; the title of
 * their cells and the CSV have them in full.
 */
export function showTable(part: OutputOf<'table'>, context: ShowContext): HTMLElement {
  const { words } = context;
  const { title, columns, rows, omitted, ...content } = part;
  const quantities = quantitiesOf(columns, rows, title);
  const shown = rows.map((row) =>
    row.map((cell, index) => {
      const text = cellText(cell, quantities[index] ?? 'number', words.format);
      return String(cell) === text ? text : { text, title: String(cell) };
    }),
  );
  const node = element(
    'div',
    {},
    dataTable({ ...content, columns, rows: shown }, title ?? columns.join(', ')),
  );
  if (title !== undefined) node.prepend(element('p', { class: 'tensor-head' }, element('code', {}, title)));
  const foot = element('p', { class: 'table-foot' });
  if (omitted > 0) foot.append(element('span', {}, words.output.omitted(words.format.count(omitted))));
  if (rows.length > manyRows) {
    const size = words.output.size(rows.length + omitted, columns.length);
    foot.append(element('span', {}, size));
  }
  const csv = () => tableCsv({ columns, rows }).replace(/^\uFEFF/, '');
  foot.append(copyButton(csv, words.output.copyTable, words.output.copied(rows.length), context));
  node.append(foot);
  return node;
}
