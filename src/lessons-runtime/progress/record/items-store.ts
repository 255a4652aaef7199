import { openRecord } from './open-record.ts';
import type { RecordStore } from './record-store.ts';
import type { ItemRecord } from './record-types.ts';

export type { Attempt, Bet, ItemRecord } from './record-types.ts';

/** The exercises and questions of all lessons, stored on the device. Both languages of a lesson share them. */
export interface ItemsStore {
  /** Returns the items of one lesson, or of all. */
  load(lesson?: string): Promise<readonly ItemRecord[]>;
  /**
   * Changes an item in one transaction, so that two tabs do not overwrite each other's changes.
   * @param change receives the current item, or one without attempts if there is none
   * @returns the changed item
   * @throws {DOMException} `QuotaExceededError` if the device is full
   */
  update(lesson: string, item: string, change: (record: ItemRecord) => ItemRecord): Promise<ItemRecord>;
  remove(lesson: string, item: string): Promise<void>;
  /** Calls the listener with each lesson in which another tab changed or reset items. */
  onChange(listener: (lesson: string) => void): void;
}

/** Opens the items in the learner's record. They last only for the page if the browser stores nothing. */
export async function openItemsStore(): Promise<ItemsStore> {
  return createItemsStore((await openRecord()).store);
}

/** Creates the store of items in a learner's record. */
export function createItemsStore(record: RecordStore): ItemsStore {
  return {
    load: (lesson) => record.load('items', lesson),
    update: (lesson, item, change) =>
      record.update('items', ['items', lesson, item], (stored) =>
        change(stored ?? { lesson, item, attempts: [], hints: 0, isSolutionSeen: false }),
      ),
    async remove(lesson, item) {
      await record.update('items', ['items', lesson, item], () => null);
    },
    onChange: (listener) =>
      record.onChange((table, lesson) => {
        if (table === 'items') listener(lesson);
      }),
  };
}
