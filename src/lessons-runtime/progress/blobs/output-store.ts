import { type DBSchema, openDB } from 'idb';
import * as v from 'valibot';
import { createReconnectingDatabase } from '../record/reconnecting-database.ts';

/** Limits of the outputs that are kept on this device, in bytes. The newest are kept. */
export interface OutputLimits {
  /** The outputs of all cells of a lesson. */
  readonly lessonBytes: number;
  /** All outputs. */
  readonly allBytes: number;
}
export const outputLimits: OutputLimits = { lessonBytes: 16 * 2 ** 20, allBytes: 64 * 2 ** 20 };

/** The last run of a cell, without its outputs. Facts and outputs are not validated. */
interface RunEntry {
  readonly lesson: string;
  readonly cell: string;
  /** When the run ended, in milliseconds since 1970. */
  readonly at: number;
  /** How long the run took; `null` if that is not known. */
  readonly milliseconds: number | null;
  /** What the outputs depend on. */
  readonly facts: unknown;
  /** The size of the outputs in bytes; 0 if they were removed to make room. */
  readonly size: number;
}

/** The last run of a cell with its outputs. */
export interface KeptRun extends RunEntry {
  /** Structured-cloneable. */
  readonly outputs: readonly unknown[];
}

/** Which runs: all, those of a lesson, or that of a cell. */
export type WhichRuns = { readonly lesson?: string; readonly cell?: string };

/** The outputs of the last run of each cell, stored on this device. They can be computed again, and are in no file. */
export interface OutputStore {
  /** Returns the runs of a lesson; leaves out what cannot be read. */
  load(lesson: string): Promise<readonly KeptRun[]>;
  /** Replaces the run of a cell, and removes the oldest outputs beyond the limits. @throws if the browser refuses */
  put(run: KeptRun): Promise<void>;
  /** Removes runs. @returns them, to undo the removal with `put` */
  remove(which: WhichRuns): Promise<readonly KeptRun[]>;
}

const entrySchema = v.object({
  lesson: v.string(),
  cell: v.string(),
  at: v.number(),
  milliseconds: v.nullable(v.number()),
  facts: v.unknown(),
  size: v.pipe(v.number(), v.minValue(0)),
});

type Key = [lesson: string, cell: string];
interface OutputSchema extends DBSchema {
  /** Separate from the outputs, so that adding up sizes does not read these. */
  runs: { key: Key; value: unknown };
  outputs: { key: Key; value: unknown };
}
const both = ['runs', 'outputs'] as const;

/** Returns the runs whose outputs have to be removed so that the others are within the limits. */
export function runsToEmpty(runs: readonly RunEntry[], limits: OutputLimits): readonly RunEntry[] {
  const newestFirst = runs.filter(({ size }) => size > 0).toSorted((a, b) => b.at - a.at);
  const sums = new Map<string, number>();
  let all = 0;
  return newestFirst.filter(({ lesson, size }) => {
    const sum = sums.get(lesson) ?? 0;
    if (sum + size > limits.lessonBytes || all + size > limits.allBytes) return true;
    sums.set(lesson, sum + size);
    all += size;
    return false;
  });
}

/** Creates the store in IndexedDB, which is opened with the first call. */
export function openOutputStore(limits: OutputLimits = outputLimits): OutputStore {
  const { use } = createReconnectingDatabase(() =>
    openDB<OutputSchema>('deshielo-outputs', 1, {
      upgrade(upgraded) {
        upgraded.createObjectStore('runs', { keyPath: ['lesson', 'cell'] });
        upgraded.createObjectStore('outputs');
      },
    }),
  );

  /** Returns all runs that match and can be read. */
  async function entries({ lesson, cell }: WhichRuns): Promise<readonly RunEntry[]> {
    const found = await use((database) => database.getAll('runs'));
    return found.flatMap((value) => {
      const parsed = v.safeParse(entrySchema, value);
      if (!parsed.success) return [];
      const entry = parsed.output;
      const matches = (lesson ?? entry.lesson) === entry.lesson && (cell ?? entry.cell) === entry.cell;
      return matches ? [entry] : [];
    });
  }

  async function read(which: WhichRuns): Promise<readonly KeptRun[]> {
    const found = await entries(which);
    return use(async (database) => {
      const store = database.transaction('outputs').store;
      return Promise.all(
        found.map(async (entry) => {
          const outputs = await store.get([entry.lesson, entry.cell]);
          return { ...entry, outputs: Array.isArray(outputs) ? outputs : [] };
        }),
      );
    });
  }

  async function write({ outputs, ...entry }: KeptRun): Promise<void> {
    await use(async (database) => {
      const transaction = database.transaction(both, 'readwrite');
      await Promise.all([
        transaction.objectStore('runs').put(entry),
        transaction.objectStore('outputs').put([...outputs], [entry.lesson, entry.cell]),
        transaction.done,
      ]);
    });
  }

  async function empty(runs: readonly RunEntry[]): Promise<void> {
    if (runs.length === 0) return;
    await use(async (database) => {
      const transaction = database.transaction(both, 'readwrite');
      const changes = runs.flatMap((entry) => [
        transaction.objectStore('runs').put({ ...entry, size: 0 }),
        transaction.objectStore('outputs').delete([entry.lesson, entry.cell]),
      ]);
      await Promise.all([...changes, transaction.done]);
    });
  }

  return {
    load: (lesson) => read({ lesson }),
    async put(run) {
      try {
        // First, so that it completes even if the page is being closed.
        await write(run);
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
        await empty(await entries({}));
        await write(run);
      }
      await empty(runsToEmpty(await entries({}), limits));
    },
    async remove(which) {
      const removed = await read(which);
      await use(async (database) => {
        const transaction = database.transaction(both, 'readwrite');
        // Also what cannot be read.
        const isAll = which.lesson === undefined;
        const deletions = isAll
          ? both.map((name) => transaction.objectStore(name).clear())
          : removed.flatMap(({ lesson, cell }) =>
              both.map((name) => transaction.objectStore(name).delete([lesson, cell])),
            );
        await Promise.all([...deletions, transaction.done]);
      });
      return removed;
    },
  };
}
