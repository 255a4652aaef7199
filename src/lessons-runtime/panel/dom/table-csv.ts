type TableCell = string | number | null;

/** A table to be saved as a file: its numbers are not rounded. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Spreadsheets recognise UTF-8 by this mark. */
const byteOrderMark = '\uFEFF';

/**
 * Formats a table as CSV (RFC 4180) with a byte order mark: numbers in full with a decimal point, texts quoted if needed, and
 * texts that a spreadsheet would run as a formula preceded by an apostrophe. `null` becomes an empty cell.
 */
export function tableCsv({ columns, rows }: CsvTable): string {
  const line = (cells: readonly TableCell[]): string => cells.map(cellText).join(',');
  return byteOrderMark + [columns, ...rows].map((row) => `${line(row)}\r\n`).join('');
}

function cellText(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
