import type { ChartCall } from '../../protocol/chart-call.ts';
import type { ChartWords } from './chart-words.ts';
import { sampledIndices, sampledPoints } from './downsample.ts';

/** Says so where a chart does not show all that the cell gave it; empty where it does. */
export function chartNote(call: ChartCall, words: ChartWords): string {
  const say = (value: number): string => words.format.count(value);
  const { given, most } = pointsOf(call);
  const sample = 'sample' in call ? call.sample : null;
  if (sample !== null && sample !== undefined) {
    const kept = say(Math.min(sample.kept, most));
    return (call.path === 'render.table' ? words.firstRows : words.sampled)(kept, say(sample.of));
  }
  return given > most ? words.drawn(say(most), say(given)) : '';
}

function pointsOf(call: ChartCall): { readonly given: number; readonly most: number } {
  switch (call.path) {
    case 'render.linechart':
    case 'show.history':
      return { given: call.data.x.length, most: sampledIndices };
    case 'render.scatterplot':
      return { given: call.data.series.reduce((total, { x }) => total + x.length, 0), most: sampledPoints };
    default:
      return { given: 0, most: Number.POSITIVE_INFINITY };
  }
}
