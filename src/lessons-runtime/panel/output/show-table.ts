import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';

interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns to be set flush right. */
  readonly numeric: readonly boolean[];
}

/** A table that scrolls within itself, by keyboard too. */
export function dataTable({ columns, rows, numeric }: TableContent, label: string): HTMLElement {
  const cell = (tag: 'td' | 'th', text: string, place: number) =>
    element(
      tag,
      { class: numeric[place] ? 'numeric' : false, ...(tag === 'th' ? { scope: 'col' } : {}) },
      text,
    );
  const head = element('tr', {}, ...columns.map((column, place) => cell('th', column, place)));
  const body = rows.map((row) => element('tr', {}, ...row.map((text, place) => cell('td', text, place))));
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
  return element('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': label }, table);
}

export function showTable(part: OutputOf<'table'>, words: PanelWords): HTMLElement {
  const label = part.columns.join(', ');
  if (part.omitted === 0) return dataTable(part, label);
  return element(
    'div',
    {},
    dataTable(part, label),
    element('p', { class: 'value-omitted' }, words.omitted(part.omitted)),
  );
}

/** A model's layers, with what training may move marked by word and by colour. */
export function showModel(part: OutputOf<'model'>, words: PanelWords): HTMLElement {
  const number = (value: number) => words.number.format(value);
  const rows = part.layers.map(({ name, type, outputShape, parameters, trainable }) => [
    name,
    type,
    outputShape,
    number(parameters),
    trainable ? words.trainable : words.frozen,
  ]);
  const sum = words.parameters(number(part.parameters), number(part.trainableParameters));
  return element(
    'div',
    {},
    element('p', { class: 'tensor-head' }, element('code', {}, part.name), element('span', {}, sum)),
    dataTable({ columns: words.modelColumns, rows, numeric: [false, false, false, true, false] }, part.name),
  );
}
