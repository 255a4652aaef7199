import type { CellView } from '../cell/cell-view.ts';
import type { LazyEngine } from './lazy-engine.ts';
import type { LazyProgress } from './lazy-progress.ts';

/** Runs and stops the cells of the page. */
interface CellRunner {
  /** @param isMuted whether the cells do not announce their status, because the caller does for all of them */
  readonly run: (ids: readonly string[], isMuted?: boolean) => Promise<void>;
  readonly stop: () => void;
}

export function createCellRunner(
  engine: LazyEngine,
  progress: Pick<LazyProgress, 'whenRestored'>,
  views: ReadonlyMap<string, CellView>,
): CellRunner {
  /** How often Stop was pressed. It also ends a run that still waits for the engine or the record. */
  let stops = 0;
  return {
    async run(ids, isMuted = false) {
      for (const id of ids) views.get(id)?.showPending(isMuted);
      const stopsBefore = stops;
      try {
        // Stored edits come first: otherwise the authored code would run, and its outputs be shown below the edited code.
        const [{ session }] = await Promise.all([engine.start(), progress.whenRestored()]);
        if (stops !== stopsBefore) throw new Error('stopped');
        await session.run(ids.map((cell) => ({ cell, source: views.get(cell)?.code.source() ?? '' })));
      } catch {
        for (const id of ids) views.get(id)?.showIdle();
      }
    },
    stop() {
      stops += 1;
      engine.current()?.session.stop();
    },
  };
}
