import type { OutputOf } from '../../protocol/output.ts';
import { tableCsv } from '../chart/table-csv.ts';
import { element } from '../element.ts';
import { copyButton } from './copy-button.ts';
import type { ShowContext } from './shown-output.ts';

interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns to be set flush right. */
  readonly numeric: readonly boolean[];
  /** What each column holds, as JavaScript calls it; said below its name. */
  readonly types?: readonly string[];
}

/** More rows than one counts at a glance. */
const manyRows = 10;

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

/** An array of records: its rows, how many they are, and a button that copies them. */
export function showTable(part: OutputOf<'table'>, context: ShowContext): HTMLElement {
  const { words } = context;
  const { title, columns, rows, omitted } = part;
  const number = (value: number) => words.number.format(value);
  const { types, ...content } = part;
  const shown = rows.length > 1 && types !== undefined ? { ...content, types } : content;
  const node = element('div', {}, dataTable(shown, title ?? columns.join(', ')));
  if (title !== undefined) node.prepend(element('p', { class: 'tensor-head' }, element('code', {}, title)));
  if (rows.length < 2) return node;
  const foot = element('p', { class: 'table-foot' });
  if (omitted > 0) foot.append(element('span', {}, words.output.omitted(number(omitted))));
  if (rows.length > manyRows) {
    const size = words.output.size(number(rows.length + omitted), number(columns.length));
    foot.append(element('span', {}, size));
  }
  const csv = () => tableCsv({ columns, rows }).replace(/^\uFEFF/, '');
  foot.append(copyButton(csv, words.output.copyTable, words.output.copied(number(rows.length)), context));
  node.append(foot);
  return node;
}
