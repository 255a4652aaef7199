import type { CellState } from '../../host/cell-state.ts';
import type { Outcome } from '../../protocol/worker-to-host.ts';

/** Creates a function that returns the outcome of a cell's run once, when the run has ended; otherwise `null`. */
export function trackOutcomes(): (cell: string, state: Pick<CellState, 'run' | 'status'>) => Outcome | null {
  const ended = new Map<string, number>();
  return (cell, { run, status }) => {
    if (status !== 'done' && status !== 'failed' && status !== 'stopped') return null;
    if (ended.get(cell) === run) return null;
    ended.set(cell, run);
    return status;
  };
}
