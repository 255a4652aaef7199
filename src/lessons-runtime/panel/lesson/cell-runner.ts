import type { CellView } from '../cell/cell-view.ts';
import type { LazyEngine } from './lazy-engine.ts';
import type { LazyProgress } from './lazy-progress.ts';

/** Runs the page's cells, and stops them. */
interface CellRunner {
  /** @param isOneOfMany whether someone else says how the run of all of them goes */
  readonly run: (ids: readonly string[], isOneOfMany?: boolean) => Promise<void>;
  readonly stop: () => void;
}

export function createCellRunner(
  engine: LazyEngine,
  progress: Pick<LazyProgress, 'restored'>,
  views: ReadonlyMap<string, CellView>,
): CellRunner {
  /** How often Stop was pressed: a run that still waits for engine or record is one that it ends. */
  let stops = 0;
  return {
    async run(ids, isOneOfMany = false) {
      for (const id of ids) views.get(id)?.showPending(isOneOfMany);
      const earlier = stops;
      try {
        // What is kept comes first: else the authored code would run, and stand under outputs of which it is not the code.
        const [{ session }] = await Promise.all([engine.start(), progress.restored()]);
        if (stops !== earlier) throw new Error('stopped before it began');
        await session.run(ids.map((cell) => ({ cell, source: views.get(cell)?.code.source() ?? '' })));
      } catch {
        for (const id of ids) views.get(id)?.showIdle();
      }
    },
    stop() {
      stops += 1;
      engine.up()?.session.stop();
    },
  };
}
