import type { CellState } from '../../host/cell-state.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import type { ReportedModel } from './bind-network.ts';
import { createNetworkFigure, type Freeze } from './network-figure.ts';

/** The figures of networks on a page, which show the models of the lesson. */
export interface NetworkFigures {
  onNetwork(run: number, part: OutputOf<'layers'>): void;
  /** Called with each report of a training. */
  onTraining(): void;
  onCell(state: CellState): void;
}

/** Lets figures show the models of the lesson. */
export function mountNetworkFigures(
  nodes: Iterable<HTMLElement>,
  language: Language,
  freeze: Freeze,
): NetworkFigures {
  const figures = [...nodes].map((node) => createNetworkFigure(node, language, freeze));
  /** By run and id, in the order of their last report. */
  const models = new Map<string, ReportedModel>();
  let lastMoved: OutputOf<'moved'> | undefined;

  return {
    onNetwork(run, part) {
      const key = `${run} ${part.id}`;
      models.delete(key);
      if (!part.isDisposed) models.set(key, { run, part });
      for (const figure of figures) figure.show(models.values());
    },
    onTraining() {
      for (const figure of figures) figure.setTraining(true);
    },
    onCell({ status, outputs }) {
      if (status === 'queued') return;
      const moved = outputs.findLast((part): part is OutputOf<'moved'> => part.kind === 'moved');
      const isRunning = status === 'running';
      for (const figure of figures) {
        if (!isRunning) figure.setTraining(false);
        if (moved !== undefined && moved !== lastMoved) figure.showMoved(moved);
      }
      if (moved !== undefined) lastMoved = moved;
    },
  };
}
