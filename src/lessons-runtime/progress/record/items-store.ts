import { openRecord } from './open-record.ts';
import type { RecordStore } from './record-store.ts';
import type { ItemRecord } from './record-types.ts';

export type { Attempt, Bet, ItemRecord, Verdict } from './record-types.ts';

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
  /** Told of a lesson in which another tab changed something, or in which it was reset. */
  onChange(listener: (lesson: string) => void): void;
}

/** In the learner's record; where the browser keeps nothing, it lasts for the page. */
export async function openItemsStore(): Promise<ItemsStore> {
  return createItemsStore((await openRecord()).store);
}

/** The items of a record. */
export function createItemsStore(record: RecordStore): ItemsStore {
  return {
    load: (lesson) => record.load('items', lesson),
    update: (lesson, item, change) =>
      record.update('items', ['items', lesson, item], (kept) =>
        change(kept ?? { lesson, item, attempts: [], hints: 0, isSolutionSeen: false }),
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
