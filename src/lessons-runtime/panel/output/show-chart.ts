import type { Output, OutputOf } from '../../protocol/output.ts';
import { loadPart } from '../../shared/load-part.ts';
import type { ChartFigure } from '../chart/chart-figure.ts';
import { element } from '../dom/element.ts';
import { mountPart } from '../mount-part.ts';
import type { ViewWords } from './shown-output.ts';

/** A chart, with all that belongs to it: loaded with the first one, for most cells draw none. */
export function showChart(part: OutputOf<'chart'>, words: ViewWords): ChartFigure {
  const tab = 'surface' in part.call ? part.call.surface.tab : null;
  const node = element('div', tab === null ? {} : { 'data-chart-tab': tab });
  let latest = part;
  let figure: ChartFigure | null = null;

  mountPart(node, async () => {
    const { createChartFigure } = await loadPart(() => import('../chart/chart-figure.ts'));
    figure = createChartFigure(latest, words.language);
    node.replaceChildren(figure.node);
  });
  return {
    node,
    update(next: Output) {
      if (next.kind !== 'chart' || next.id !== part.id) return false;
      latest = next;
      return figure === null || figure.update?.(next) === true;
    },
  };
}
