import type { Output } from '../../protocol/output.ts';
import { printed } from './value-tree.ts';

const rowLimit = 200;
const columnLimit = 100;

type Row = ReadonlyMap<string, unknown>;

/** A flat record's fields, or `null` where the value is none. Getters are not called: a record with one is none. */
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

function isPlainCell(value: unknown): boolean {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value);
}

/** What an array of flat records shows as a table: its first rows. `null` where the value is none. */
export function tablePart(value: unknown): Extract<Output, { kind: 'table' }> | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rows: Row[] = [];
  // By index, up to the first that is no record: an array may have holes, and billions of them.
  for (let index = 0; index < Math.min(value.length, rowLimit); index++) {
    const row = rowOf(value[index]);
    if (row === null) return null;
    rows.push(row);
  }
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (columns.length > columnLimit) return null;
  return {
    kind: 'table',
    columns,
    rows: rows.map((row) => columns.map((column) => cell(row.get(column)))),
    numeric: columns.map((column) =>
      rows.every((row) => ['number', 'undefined'].includes(typeof row.get(column))),
    ),
    omitted: value.length - rows.length,
  };
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'number' || Number.isInteger(value)) return printed([value]);
  return String(Number.parseFloat(value.toPrecision(5)));
}
