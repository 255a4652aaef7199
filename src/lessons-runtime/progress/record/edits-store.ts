import type { RecordStore } from './record-store.ts';

/** The edited cells of the lessons, stored on the device. Both languages of a lesson share them. */
interface EditsStore {
  /** Returns the edited sources by cell. */
  load(lesson: string): Promise<ReadonlyMap<string, string>>;
  save(lesson: string, cell: string, source: string): Promise<void>;
  remove(lesson: string, cell: string): Promise<void>;
}

/**
 * Creates the store of edits in a learner's record.
 * @param now returns milliseconds since 1970
 */
export function createEditsStore(record: RecordStore, now: () => number = Date.now): EditsStore {
  return {
    async load(lesson) {
      const edits = await record.load('edits', lesson);
      return new Map(edits.map(({ cell, source }) => [cell, source]));
    },
    async save(lesson, cell, source) {
      await record.put('edits', { lesson, cell, source, at: now() });
    },
    async remove(lesson, cell) {
      await record.update('edits', ['edits', lesson, cell], () => null);
    },
  };
}
