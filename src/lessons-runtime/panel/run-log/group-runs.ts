import type { LoggedRun } from '../../progress/record/runs-store.ts';

/** The trainings of one run of a cell. */
export interface CellRun {
  readonly key: string;
  /** Newest first. */
  readonly trainings: readonly LoggedRun[];
  /** Whether there are so many that they are shown as one row until the learner unfolds it. */
  readonly isFoldable: boolean;
}

/** The runs of one cell. */
export interface CellGroup {
  readonly cell: string;
  /** Newest first. */
  readonly runs: readonly CellRun[];
}

/** A run with more trainings than this is folded: they are steps of one experiment, such as the splits of the data. */
const maxUnfolded = 4;

/**
 * Groups trainings by the cell and then by the run of the cell that contained them.
 * @param trainings newest first
 * @param cells the ids of the page's cells, in the order of the groups; groups of other cells are last
 */
export function groupRuns(trainings: readonly LoggedRun[], cells: readonly string[]): readonly CellGroup[] {
  const groups = new Map<string, Map<string, LoggedRun[]>>(cells.map((cell) => [cell, new Map()]));
  for (const training of trainings) {
    const runs = groups.get(training.cell) ?? new Map<string, LoggedRun[]>();
    groups.set(training.cell, runs);
    const key = runKey(training);
    runs.set(key, [...(runs.get(key) ?? []), training]);
  }
  return [...groups].flatMap(([cell, runs]) => {
    const cellRuns = [...runs].map(([key, each]) => ({
      key,
      trainings: each,
      isFoldable: each.length > maxUnfolded,
    }));
    return cellRuns.length === 0 ? [] : [{ cell, runs: cellRuns }];
  });
}

/** Returns what identifies the run of a cell that contained a training. Trainings of earlier versions are runs of their own. */
export function runKey({ cell, ranAt, number }: LoggedRun): string {
  return ranAt === undefined ? `${cell}/number/${number}` : `${cell}/${ranAt}`;
}
