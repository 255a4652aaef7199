import { table as drawTable } from '@tensorflow/tfjs-vis/dist/render/table';
import { chartPage } from './chart-page.ts';
import { localizeCell, localizeHeading } from './localize-tfvis-table.ts';

type Arguments = Parameters<typeof drawTable>;

const fontSize = 16;

/** Replaces `table` in the tables that tfjs-vis itself creates, in the page's language (see `tools/vite-charts.ts`). */
export function table(container: Arguments[0], { headers, values }: Arguments[1], options?: Arguments[2]) {
  const { words } = chartPage();
  const localized = {
    headers: headers.map((header) => localizeHeading(words, header)),
    values: values.map((row) => row.map((cell: unknown) => localizeCell(words, cell))),
  };
  return drawTable(container, localized, { fontSize, ...options });
}
