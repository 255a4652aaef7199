import type { ChartCall } from '../../protocol/chart-call.ts';

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Row = Readonly<Record<string, unknown>>;

const rowLimit = 500;

/** What a chart shows, as a table: for those who cannot see it, and to read a value off. */
export function chartTable({ path, data, options }: ChartCall): ChartTable {
  switch (path) {
    case 'render.table':
      return tableOf(data);
    case 'render.confusionMatrix':
      return matrixOf(data, 'tickLabels', 'tickLabels');
    case 'render.heatmap':
      return matrixOf(data, 'xTickLabels', 'yTickLabels');
    case 'render.linechart':
    case 'render.scatterplot':
      return seriesOf(data);
    case 'show.history':
      return historyOf(data);
    default:
      return rowsOf(data, options);
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, rowLimit) : [];
}

function shown(value: unknown): string {
  if (typeof value !== 'number') return value === undefined || value === null ? '' : String(value);
  return Number.isInteger(value) ? String(value) : String(Number.parseFloat(value.toPrecision(4)));
}

function rowsOf(data: unknown, options: Row): ChartTable {
  const rows = list(data).map((entry, index) => (isRow(entry) ? entry : { index, value: entry }));
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const titles: Row = { index: options['xLabel'], value: options['yLabel'] };
  return {
    columns: keys.map((key) => (typeof titles[key] === 'string' ? titles[key] : key)),
    rows: rows.map((row) => keys.map((key) => shown(row[key as keyof typeof row]))),
  };
}

function tableOf(data: unknown): ChartTable {
  const { headers, values } = isRow(data) ? data : {};
  return { columns: list(headers).map(shown), rows: list(values).map((row) => list(row).map(shown)) };
}

function matrixOf(data: unknown, xLabels: string, yLabels: string): ChartTable {
  const record = isRow(data) ? data : {};
  const values = list(record['values']).map(list);
  const label = (labels: string, place: number) => shown(list(record[labels])[place] ?? place);
  return {
    columns: ['', ...(values[0] ?? []).map((_, place) => label(yLabels, place))],
    rows: values.map((row, place) => [label(xLabels, place), ...row.map(shown)]),
  };
}

function seriesOf(data: unknown): ChartTable {
  const { values, series } = isRow(data) ? data : {};
  const lines = Array.isArray(list(values)[0]) ? list(values).map(list) : [list(values)];
  return {
    columns: ['', 'x', 'y'],
    rows: lines.flatMap((points, line) =>
      points
        .filter(isRow)
        .map((point) => [shown(list(series)[line] ?? line), shown(point['x']), shown(point['y'])]),
    ),
  };
}

function historyOf(data: unknown): ChartTable {
  const { history, metrics } = isRow(data) ? data : {};
  const names = list(metrics).map(shown);
  const [first] = list(history);
  const logs = isRow(first) && isRow(first['history']) ? first['history'] : {};
  const length = Math.max(0, ...names.map((name) => list(logs[name]).length));
  return {
    columns: ['epoch', ...names],
    rows: Array.from({ length }, (_, epoch) => [
      String(epoch + 1),
      ...names.map((name) => shown(list(logs[name])[epoch])),
    ]),
  };
}
