import { type DBSchema, openDB } from 'idb';

/** What a try came to; `broken` is our fault and counts against nobody. */
export type Verdict = 'correct' | 'incorrect' | 'broken';

/** One try at an item. */
export interface Attempt {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** An exercise's code, or a question's answer as JSON. */
  readonly answer: string;
  readonly verdict: Verdict;
  /** Which of the item's messages it got, by the name that its author gave it; empty where there is but one. */
  readonly message: string;
}

/** What a learner did with one exercise or one question of a quiz. */
export interface ItemRecord {
  /** The lesson's folder. */
  readonly lesson: string;
  /** `exercise/<id>`, or `quiz/<quiz>/<question>`. */
  readonly item: string;
  /** Oldest first; the first try stays the first. */
  readonly attempts: readonly Attempt[];
  /** How many of the hints were opened. */
  readonly hints: number;
  /** Whether the solution was opened. */
  readonly isSolutionSeen: boolean;
}

/** The items of all lessons, kept on the device. Both languages of a lesson share them. */
export interface ItemsStore {
  /** Of one lesson, or of all. */
  load(lesson?: string): Promise<readonly ItemRecord[]>;
  /**
   * Changes a record in one transaction, so that two tabs lose nothing of each other's.
   * @param change gets the record as it stands, an empty one where there is none
   * @returns the record as it now stands
   * @throws {DOMException} `QuotaExceededError` where the device has no room
   */
  update(lesson: string, item: string, change: (record: ItemRecord) => ItemRecord): Promise<ItemRecord>;
  remove(lesson: string, item: string): Promise<void>;
}

interface ItemsSchema extends DBSchema {
  items: { key: [lesson: string, item: string]; value: ItemRecord };
}

/** In IndexedDB. @throws where the browser refuses it (some private windows do) */
export async function openItemsStore(): Promise<ItemsStore> {
  const database = await openDB<ItemsSchema>('deshielo-items', 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('items', { keyPath: ['lesson', 'item'] });
    },
  });
  return {
    load: (lesson) =>
      database.getAll(
        'items',
        lesson === undefined ? undefined : IDBKeyRange.bound([lesson, ''], [lesson, '\uffff']),
      ),
    async update(lesson, item, change) {
      const { store, done } = database.transaction('items', 'readwrite');
      const changed = change((await store.get([lesson, item])) ?? emptyRecord(lesson, item));
      await Promise.all([store.put(changed), done]);
      return changed;
    },
    async remove(lesson, item) {
      await database.delete('items', [lesson, item]);
    },
  };
}

/** In memory, for a browser without IndexedDB and for tests: the same store, gone with the page. */
export function createMemoryItemsStore(): ItemsStore {
  const records = new Map<string, ItemRecord>();
  const place = (lesson: string, item: string) => `${lesson}/${item}`;
  return {
    load: async (lesson) =>
      [...records.values()].filter((record) => lesson === undefined || record.lesson === lesson),
    async update(lesson, item, change) {
      const changed = change(records.get(place(lesson, item)) ?? emptyRecord(lesson, item));
      records.set(place(lesson, item), changed);
      return changed;
    },
    async remove(lesson, item) {
      records.delete(place(lesson, item));
    },
  };
}

function emptyRecord(lesson: string, item: string): ItemRecord {
  return { lesson, item, attempts: [], hints: 0, isSolutionSeen: false };
}
