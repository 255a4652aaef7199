import type { Output } from '../../protocol/output.ts';
import { printed } from './value-tree.ts';

const rowLimit = 200;

type Row = Readonly<Record<string, unknown>>;

function isPlainRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlainCell);
}

function isPlainCell(value: unknown): boolean {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value);
}

/** An array of flat records, or `null` where the value is none. */
export function asRows(value: unknown): readonly Row[] | null {
  return Array.isArray(value) && value.length > 0 && value.every(isPlainRow) ? value : null;
}

export function tablePart(rows: readonly Row[]): Extract<Output, { kind: 'table' }> {
  const columns = [...new Set(rows.slice(0, rowLimit).flatMap((row) => Object.keys(row)))];
  return {
    kind: 'table',
    columns,
    rows: rows.slice(0, rowLimit).map((row) => columns.map((column) => cell(row[column]))),
    numeric: columns.map((column) =>
      rows.every((row) => ['number', 'undefined'].includes(typeof row[column])),
    ),
    omitted: Math.max(0, rows.length - rowLimit),
  };
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'number' || Number.isInteger(value)) return printed([value]);
  return String(Number.parseFloat(value.toPrecision(5)));
}
