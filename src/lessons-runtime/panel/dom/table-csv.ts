type TableCell = string | number | null;

/** A table as a file has it: its numbers in full. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** The mark by which spreadsheets know a file for UTF-8. */
const byteOrderMark = '\uFEFF';

/** A table as CSV (RFC 4180): numbers in full with a point, texts quoted where they need it. */
export function tableCsv({ columns, rows }: CsvTable): string {
  const line = (cells: readonly TableCell[]): string => cells.map(cellText).join(',');
  return byteOrderMark + [columns, ...rows].map((row) => `${line(row)}\r\n`).join('');
}

function cellText(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet would run what begins like a formula.
  const text = /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
