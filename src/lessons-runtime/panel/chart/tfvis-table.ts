import { table as drawTable } from '@tensorflow/tfjs-vis/dist/render/table';
import { chartPage } from './chart-page.ts';
import { localizeCell, localizeHeading } from './localize-tfvis-table.ts';

type Arguments = Parameters<typeof drawTable>;

/** `table` of tfjs-vis for the tables that it makes of its own: with the page's words for their headings (see `tools/vite-charts.ts`). */
export function table(container: Arguments[0], { headers, values }: Arguments[1], options?: Arguments[2]) {
  const { words } = chartPage();
  const worded = {
    headers: headers.map((header) => localizeHeading(words, header)),
    values: values.map((row) => row.map((cell: unknown) => localizeCell(words, cell))),
  };
  return drawTable(container, worded, options);
}
