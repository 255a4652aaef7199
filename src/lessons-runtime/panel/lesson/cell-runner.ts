import type { CellView } from '../cell/cell-view.ts';
import type { LazyEngine } from './lazy-engine.ts';
import type { LazyProgress } from './lazy-progress.ts';
import type { ProgressRecorder } from './progress-recorder.ts';

/** Runs and stops the cells of the page. */
interface CellRunner {
  /** @param isMuted whether the cells do not announce their status, because the caller does for all of them */
  readonly run: (ids: readonly string[], isMuted?: boolean) => Promise<void>;
  /**
   * Runs a cell, unless it needs others that have not run: then the page asks what to run.
   * @param onStart called when the cell is about to run, also if the learner has answered first
   */
  readonly runOrAsk: (id: string, onStart: () => void) => Promise<void>;
  readonly stop: () => void;
}

export function createCellRunner(
  engine: LazyEngine,
  progress: Pick<LazyProgress, 'whenRestored'>,
  views: ReadonlyMap<string, CellView>,
): CellRunner {
  /** How often Stop was pressed. It also ends a run that still waits for the engine or the record. */
  let stops = 0;

  /** @param before called when stored edits are restored; the cells do not run if it rejects */
  async function run(
    ids: readonly string[],
    isMuted: boolean,
    before?: (recorder: ProgressRecorder | null) => Promise<void>,
  ): Promise<void> {
    for (const id of ids) views.get(id)?.showPending(isMuted);
    const stopsBefore = stops;
    try {
      // Stored edits come first: otherwise the authored code would run, and its outputs be shown below the edited code.
      const [{ session }] = await Promise.all([engine.start(), progress.whenRestored().then(before)]);
      if (stops !== stopsBefore) throw new Error('stopped');
      await session.run(ids.map((cell) => ({ cell, source: views.get(cell)?.code.source() ?? '' })));
    } catch {
      for (const id of ids) views.get(id)?.showIdle();
    }
  }

  return {
    run: (ids, isMuted = false) => run(ids, isMuted),
    runOrAsk: (id, onStart) =>
      run([id], false, async (recorder) => {
        if (await recorder?.asksBeforeRun(id, onStart)) throw new Error('asked');
        onStart();
      }),
    stop() {
      stops += 1;
      engine.current()?.session.stop();
    },
  };
}
