import { type DBSchema, openDB } from 'idb';

/** What a learner changed in the cells of a lesson, kept on the device. Both languages of a lesson share it. */
export interface EditsStore {
  /** Changed sources by cell. */
  load(lesson: string): Promise<ReadonlyMap<string, string>>;
  save(lesson: string, cell: string, source: string): Promise<void>;
  remove(lesson: string, cell: string): Promise<void>;
}

interface EditsSchema extends DBSchema {
  edits: { key: [lesson: string, cell: string]; value: { lesson: string; cell: string; source: string } };
}

const databaseName = 'deshielo';
const databaseVersion = 1;

/** In IndexedDB. @throws where the browser refuses it (some private windows do) */
export async function openEditsStore(): Promise<EditsStore> {
  const database = await openDB<EditsSchema>(databaseName, databaseVersion, {
    upgrade(upgraded, oldVersion) {
      if (oldVersion < 1) upgraded.createObjectStore('edits', { keyPath: ['lesson', 'cell'] });
    },
  });
  return {
    async load(lesson) {
      const range = IDBKeyRange.bound([lesson, ''], [lesson, '\uffff']);
      const edits = await database.getAll('edits', range);
      return new Map(edits.map(({ cell, source }) => [cell, source]));
    },
    async save(lesson, cell, source) {
      await database.put('edits', { lesson, cell, source });
    },
    async remove(lesson, cell) {
      await database.delete('edits', [lesson, cell]);
    },
  };
}

/** In memory, for a browser without IndexedDB and for tests: the same store, gone with the page. */
export function createMemoryEditsStore(): EditsStore {
  const lessons = new Map<string, Map<string, string>>();
  return {
    load: async (lesson) => new Map(lessons.get(lesson)),
    async save(lesson, cell, source) {
      lessons.set(lesson, (lessons.get(lesson) ?? new Map()).set(cell, source));
    },
    async remove(lesson, cell) {
      lessons.get(lesson)?.delete(cell);
    },
  };
}
