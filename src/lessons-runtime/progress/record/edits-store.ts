import type { RecordStore } from './record-store.ts';
import type { Records } from './record-types.ts';

/** The learner's version of a cell's code, and the digest of the author's code from which they began, if it is known. */
export type StoredEdit = Pick<Records['edits'], 'source' | 'authored'>;

/** The edited cells of the lessons, stored on the device. Both languages of a lesson share them. */
interface EditsStore {
  /** Returns the edits by cell. */
  load(lesson: string): Promise<ReadonlyMap<string, StoredEdit>>;
  save(lesson: string, cell: string, edit: StoredEdit): Promise<void>;
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
      return new Map(edits.map(({ lesson: _, cell, at: __, ...edit }) => [cell, edit]));
    },
    async save(lesson, cell, edit) {
      await record.put('edits', { lesson, cell, ...edit, at: now() });
    },
    async remove(lesson, cell) {
      await record.update('edits', ['edits', lesson, cell], () => null);
    },
  };
}
