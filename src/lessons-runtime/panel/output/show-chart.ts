import type { OutputOf } from '../../protocol/output.ts';
import { chartTable } from '../chart/chart-table.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';
import { dataTable } from './show-table.ts';

/** A chart drawn by tfjs-vis, which is loaded with the first one, and its data as a table beside it. */
export function showChart(part: OutputOf<'chart'>, words: PanelWords): HTMLElement {
  const { call } = part;
  const area = element('div', { class: 'chart-area', role: 'img', 'aria-label': call.surface.name });
  const { columns, rows } = chartTable(call);
  const numeric = columns.map((_, place) => rows.every((row) => Number.isFinite(Number(row[place]))));
  const table = element(
    'details',
    { class: 'chart-table', open: rows.length <= 10 },
    element('summary', {}, words.chartData),
    dataTable({ columns, rows, numeric }, `${words.chartData}: ${call.surface.name}`),
  );
  void draw(area, part, words);
  return element('figure', {}, element('figcaption', {}, call.surface.name), area, table);
}

async function draw(area: HTMLElement, { call }: OutputOf<'chart'>, words: PanelWords): Promise<void> {
  try {
    const { drawChart } = await import('../chart/draw-chart.ts');
    await drawChart(area, call);
  } catch (error) {
    const why = error instanceof Error ? ` (${error.message})` : '';
    area.replaceWith(element('p', { class: 'chart-failed' }, words.chartFailed + why));
  }
}
