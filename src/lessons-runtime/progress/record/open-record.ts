import { recordChannel } from '../../shared/has-record.ts';
import { once } from '../../shared/once.ts';
import { createIndexedRecordStorage } from './indexed-record-storage.ts';
import { mergePending } from './merge-pending.ts';
import { createPendingRecordStorage } from './pending-record-storage.ts';
import { createRecordStore, type RecordStore, type Refusal, refusalOf } from './record-store.ts';
import type { RecordKey } from './record-types.ts';
import { readTables } from './stored-tables.ts';

interface OpenedRecord {
  readonly store: RecordStore;
  /** `kept` if the record is in IndexedDB, else why it is in memory only, at least for now. */
  readonly keeping: 'kept' | Refusal;
}

/**
 * Opens the learner's record in IndexedDB; all callers in a page share one store. If the database cannot be opened, the
 * record is in memory until a write succeeds in moving it to the database. Never rejects.
 */
export const openRecord: () => Promise<OpenedRecord> = once(async () => {
  const persistent = createIndexedRecordStorage();
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(recordChannel) : null;
  try {
    await persistent.open();
    return { store: createRecordStore(persistent, channel, createPersistRequest()), keeping: 'kept' };
  } catch (error) {
    const storage = createPendingRecordStorage(persistent, readTables, mergePending);
    return { store: createRecordStore(storage, channel), keeping: refusalOf(error) };
  }
});

/** Returns a function that requests persistent storage with the first change, so that the browser does not evict the record. */
function createPersistRequest(): (keys: readonly RecordKey[]) => void {
  let isRequested = false;
  return (keys) => {
    // Some browsers prompt the learner. Scrolling, which stores a place, is no reason for a prompt.
    if (isRequested || keys.every(([table]) => table === 'places')) return;
    isRequested = true;
    // Safari before 15.2 and pages over plain http lack it, although TypeScript's types say otherwise.
    const storage: StorageManager | undefined = navigator.storage;
    void storage?.persist?.().catch(() => false);
  };
}
