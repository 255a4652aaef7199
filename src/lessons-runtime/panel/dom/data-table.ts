import { element } from './element.ts';

/** The text of a table's cell, or also its title. */
type CellContent = string | { readonly text: string; readonly title: string };

interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Whether each column holds numbers, which are aligned right. */
  readonly numeric: readonly boolean[];
  /** The JavaScript type of each column's values, which is the title of its heading. */
  readonly types?: readonly string[];
}

/** Creates a table in a box that scrolls, also by keyboard. */
export function dataTable({ columns, rows, numeric, types }: TableContent, label: string): HTMLElement {
  const attributes = (index: number) => ({ class: numeric[index] ? 'numeric' : false });
  const headings = columns.map((column, index) => {
    const title = types?.[index] ?? '';
    return element('th', { ...attributes(index), scope: 'col', title: title !== '' && title }, column);
  });
  const cellOf = (cell: CellContent, index: number) =>
    typeof cell === 'string'
      ? element('td', attributes(index), cell)
      : element('td', { ...attributes(index), title: cell.title }, cell.text);
  const body = rows.map((row) => element('tr', {}, ...row.map(cellOf)));
  const head = element('thead', {}, element('tr', {}, ...headings));
  return scrollBox(element('table', {}, head, element('tbody', {}, ...body)), label);
}

/** Wraps a wide or long table in a box that scrolls, also by keyboard. */
export function scrollBox(table: HTMLElement, label: string): HTMLElement {
  return element('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': label }, table);
}
