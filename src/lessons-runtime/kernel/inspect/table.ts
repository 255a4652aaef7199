import type { Output } from '../../protocol/output.ts';
import { printed } from './value-tree.ts';

const rowLimit = 200;
const columnLimit = 100;
const listLimit = 8;

type Row = ReadonlyMap<string, unknown>;

/** Returns the fields of a flat record; `null` for other values, including records with getters, which are not called. */
function rowOf(value: unknown): Row | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return null;
  const row = new Map<string, unknown>();
  for (const name of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, name);
    if (property === undefined || !('value' in property) || !isPlainCell(property.value)) return null;
    row.set(name, property.value);
  }
  return row;
}

/** Returns whether a value fits into a table cell: a primitive, a date, or a short list of primitives. */
function isPlainCell(value: unknown): boolean {
  return isPlain(value) || value instanceof Date || itemsOf(value) !== null;
}

function isPlain(value: unknown): boolean {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value);
}

/** Returns the items of a short list of primitives; `null` for other values. */
function itemsOf(value: unknown): readonly unknown[] | null {
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && 'length' in value)) return null;
  const items: unknown[] = [];
  if (Number(value.length) > listLimit) return null;
  for (let index = 0; index < Number(value.length); index++) {
    const property = Object.getOwnPropertyDescriptor(value, index);
    if (property === undefined || !('value' in property) || !isPlain(property.value)) return null;
    items.push(property.value);
  }
  return items;
}

/** Returns the table of an array of flat records, with its first rows; `null` for other values. */
export function tablePart(value: unknown): Extract<Output, { kind: 'table' }> | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rows: Row[] = [];
  // By index, because an array can have billions of holes.
  for (let index = 0; index < Math.min(value.length, rowLimit); index++) {
    const row = rowOf(value[index]);
    if (row === null) return null;
    rows.push(row);
  }
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (columns.length > columnLimit) return null;
  const types = columns.map((column) => columnType(rows, column));
  return {
    kind: 'table',
    columns,
    rows: rows.map((row) => columns.map((column) => cell(row.get(column)))),
    numeric: types.map((type) => type === 'number'),
    types,
    omitted: value.length - rows.length,
  };
}

/** Returns the common type of a column's values, ignoring missing ones; empty if they differ. */
function columnType(rows: readonly Row[], column: string): string {
  const types = new Set(rows.map((row) => typeOf(row.get(column))));
  types.delete('undefined');
  types.delete('null');
  const [type = '', ...others] = types;
  return others.length === 0 ? type : '';
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  return value instanceof Date ? 'Date' : 'Array';
}

/** Returns a number as it is, because the page formats it, and other values as text. Lists are written as in code. */
function cell(value: unknown): string | number {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  const items = itemsOf(value);
  return items === null ? printed([value]) : `[${items.map(itemText).join(', ')}]`;
}

function itemText(item: unknown): string {
  const isDecimal = typeof item === 'number' && !Number.isInteger(item);
  return isDecimal ? String(Number.parseFloat(item.toPrecision(5))) : String(cell(item));
}
