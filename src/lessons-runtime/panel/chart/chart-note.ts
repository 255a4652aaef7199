import type { ChartCall } from '../../protocol/chart-call.ts';
import type { ChartWords } from './chart-words.ts';
import { maxDrawnIndices, maxDrawnPoints } from './downsample.ts';
import { hasFall } from './splits/summarise-splits.ts';

/** Returns a note if a chart shows only a sample of its data, or has dashed lines to explain; otherwise an empty text. */
export function chartNote(call: ChartCall, words: ChartWords): string {
  if (call.path === 'splits') return hasFall(call.data) ? words.splits.dashed : '';
  const { count } = words.format;
  const { total, limit } = countPoints(call);
  const sample = 'sample' in call ? call.sample : null;
  if (sample !== null && sample !== undefined) {
    const kept = count(Math.min(sample.kept, limit));
    return (call.path === 'render.table' ? words.firstRows : words.sampled)(kept, count(sample.of));
  }
  return total > limit ? words.drawn(count(limit), count(total)) : '';
}

/** Returns the number of points of a call, and how many are drawn at most. */
function countPoints(call: ChartCall): { readonly total: number; readonly limit: number } {
  switch (call.path) {
    case 'render.linechart':
    case 'show.history':
      return { total: call.data.x.length, limit: maxDrawnIndices };
    case 'render.scatterplot':
      return { total: call.data.series.reduce((sum, { x }) => sum + x.length, 0), limit: maxDrawnPoints };
    default:
      return { total: 0, limit: Number.POSITIVE_INFINITY };
  }
}
