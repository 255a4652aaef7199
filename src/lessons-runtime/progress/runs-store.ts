import { type DBSchema, openDB } from 'idb';
import type { Confusion, Training } from '../protocol/training.ts';

/** A training as the log keeps it. */
export interface LoggedRun extends Training {
  readonly lesson: string;
  readonly cell: string;
  /** Milliseconds since 1970 at its end. */
  readonly at: number;
  /** Of the worker it ran in. */
  readonly seed: number;
  /** What the learner concludes from it. */
  readonly note: string;
  /** Of the last `accuracyReport` of its model. */
  readonly confusion?: Confusion;
  /** Counts the trainings of this device, over all lessons; never given twice. */
  readonly number: number;
}

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

interface RunsSchema extends DBSchema {
  runs: { key: number; value: LoggedRun; indexes: { lesson: string } };
}

/** In IndexedDB. @throws where the browser refuses it (some private windows do) */
export async function openRunsStore(): Promise<RunsStore> {
  const database = await openDB<RunsSchema>('deshielo-runs', 1, {
    upgrade(upgraded) {
      const runs = upgraded.createObjectStore('runs', { keyPath: 'number', autoIncrement: true });
      runs.createIndex('lesson', 'lesson');
    },
  });
  return {
    async add(run) {
      const { store, done } = database.transaction('runs', 'readwrite');
      // The database gives the number.
      const number = await store.add(run as LoggedRun);
      const numbers = await store.index('lesson').getAllKeys(run.lesson);
      await Promise.all([...surplus(numbers).map((old) => store.delete(old)), done]);
      return { ...run, number };
    },
    async load(lesson) {
      return (await database.getAllFromIndex('runs', 'lesson', lesson)).reverse();
    },
    async save(run) {
      await database.put('runs', run);
    },
    async remove({ number }) {
      await database.delete('runs', number);
    },
  };
}

/** In memory, for a browser without IndexedDB and for tests: the same store, gone with the page. */
export function createMemoryRunsStore(): RunsStore {
  const runs = new Map<number, LoggedRun>();
  let last = 0;
  const of = (lesson: string) =>
    [...runs.values()].filter((run) => run.lesson === lesson).sort((a, b) => a.number - b.number);
  return {
    async add(run) {
      const numbered = { ...run, number: ++last };
      runs.set(last, numbered);
      for (const old of surplus(of(run.lesson).map(({ number }) => number))) runs.delete(old);
      return numbered;
    },
    load: async (lesson) => of(lesson).reverse(),
    async save(run) {
      runs.set(run.number, run);
    },
    async remove({ number }) {
      runs.delete(number);
    },
  };
}

/** The oldest of a lesson's numbers (ascending), beyond the limit. */
function surplus(numbers: readonly number[]): readonly number[] {
  return numbers.slice(0, Math.max(0, numbers.length - runLimit));
}
