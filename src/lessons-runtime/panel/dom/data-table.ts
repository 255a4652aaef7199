import { element } from './element.ts';

interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns to be set flush right. */
  readonly numeric: readonly boolean[];
  /** What each column holds, as JavaScript calls it; said below its name. */
  readonly types?: readonly string[];
}

/** A table that scrolls within itself, by keyboard too. */
export function dataTable({ columns, rows, numeric, types }: TableContent, label: string): HTMLElement {
  const attributes = (place: number) => ({ class: numeric[place] ? 'numeric' : false });
  const headings = columns.map((column, place) => {
    const type = types?.[place] ?? '';
    const said = type === '' ? [] : [' ', element('span', { class: 'column-type' }, type)];
    return element('th', { ...attributes(place), scope: 'col' }, column, ...said);
  });
  const body = rows.map((row) =>
    element('tr', {}, ...row.map((text, place) => element('td', attributes(place), text))),
  );
  const head = element('thead', {}, element('tr', {}, ...headings));
  return scrollBox(element('table', {}, head, element('tbody', {}, ...body)), label);
}

/** A box in which a wide or long table scrolls. */
export function scrollBox(table: HTMLElement, label: string): HTMLElement {
  return element('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': label }, table);
}
