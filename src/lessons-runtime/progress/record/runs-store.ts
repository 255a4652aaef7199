import type { RecordStore } from './record-store.ts';
import type { LoggedRun } from './record-types.ts';

export type { LoggedRun } from './record-types.ts';

/** The run log of the lessons, stored on the device: the newest `runLimit` trainings of each lesson. */
export interface RunsStore {
  /** Adds a training. @returns the run with its number */
  add(run: Omit<LoggedRun, 'number'>): Promise<LoggedRun>;
  /** Returns the trainings of a lesson, newest first. */
  load(lesson: string): Promise<readonly LoggedRun[]>;
  /** Replaces a run whose note or confusion matrix changed, or restores a removed one. */
  save(run: LoggedRun): Promise<void>;
  remove(run: LoggedRun): Promise<void>;
}

export const runLimit = 200;

/** Creates the run log in a learner's record. */
export function createRunsStore(record: RecordStore): RunsStore {
  const remove = (run: LoggedRun) => record.update('runs', ['runs', run.lesson, run.number], () => null);
  // The table is ordered by number, and numbers increase.
  const load = async (lesson: string) => (await record.load('runs', lesson)).toReversed();
  return {
    async add(run) {
      const learner = await record.update('learner', ['learner', '', ''], (stored) => ({
        name: stored?.name ?? '',
        lastRun: (stored?.lastRun ?? 0) + 1,
      }));
      const added = { ...run, number: learner.lastRun };
      await record.put('runs', added);
      for (const old of (await load(run.lesson)).slice(runLimit)) await remove(old);
      return added;
    },
    load,
    save: (run) => record.put('runs', run),
    async remove(run) {
      await remove(run);
    },
  };
}
