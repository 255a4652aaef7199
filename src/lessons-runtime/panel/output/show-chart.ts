import type { OutputOf } from '../../protocol/output.ts';
import { loadPart } from '../../shared/load-part.ts';
import { lazyOutput } from './lazy-output.ts';
import type { ShownOutput, ViewWords } from './shown-output.ts';

/** Creates a chart. Its script is loaded with the first chart, because most cells draw none. */
export function showChart(part: OutputOf<'chart'>, { language }: ViewWords): ShownOutput {
  const shown = lazyOutput(part, async () => {
    const { createChartFigure } = await loadPart(() => import('../chart/chart-figure.ts'));
    return (latest) => createChartFigure(latest, language);
  });
  if ('surface' in part.call) shown.node.dataset['chartTab'] = part.call.surface.tab;
  return shown;
}
