import type { CsvTable } from '../dom/table-csv.ts';
import type { ValueKind } from './value-kinds.ts';

/** The data of a chart as a table: for those who cannot see the drawing, to read values, and to save. */
export interface ChartTable extends CsvTable {
  /** What the numbers of each column are, if the page shows some of them as percentages. Saved files have the numbers. */
  readonly kinds?: readonly ValueKind[];
}
