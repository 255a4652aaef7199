import type { RecordStore } from './record-store.ts';
import type { LoggedRun } from './record-types.ts';

export type { LoggedRun } from './record-types.ts';

/** The trainings of the lessons, kept on the device: the newest `runLimit` of each lesson. */
export interface RunsStore {
  /** @returns the run with its number */
  add(run: Omit<LoggedRun, 'number'>): Promise<LoggedRun>;
  /** Newest first. */
  load(lesson: string): Promise<readonly LoggedRun[]>;
  /** Puts a run back that was removed, or one with another note or confusion matrix in its place. */
  save(run: LoggedRun): Promise<void>;
  remove(run: LoggedRun): Promise<void>;
}

export const runLimit = 200;

/** The trainings in a learner's record. */
export function createRunsStore(record: RecordStore): RunsStore {
  const remove = (run: LoggedRun) => record.update('runs', ['runs', run.lesson, run.number], () => null);
  /** Newest first: numbers grow. */
  const load = async (lesson: string) => (await record.load('runs', lesson)).toReversed();
  return {
    async add(run) {
      const learner = await record.update('learner', ['learner', '', ''], (kept) => ({
        name: kept?.name ?? '',
        lastRun: (kept?.lastRun ?? 0) + 1,
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
