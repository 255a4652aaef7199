import { recordChannel } from '../../shared/has-record.ts';
import { once } from '../../shared/once.ts';
import { createIndexedLedger } from './indexed-record-storage.ts';
import { createPendingRecordStorage } from './pending-record-storage.ts';
import {
  createRecordStore,
  joinHeld,
  type RecordStore,
  type Refusal,
  readWhole,
  refusalOf,
} from './record-store.ts';
import type { RecordKey } from './record-types.ts';

/** A record, and whether it outlasts the page, or why it does not yet. */
export interface OpenedRecord {
  readonly store: RecordStore;
  readonly keeping: 'kept' | Refusal;
}

/**
 * The page's one record of its learner, in IndexedDB. Where that cannot be opened it lasts for the page, and is moved there
 * with the first write that finds it can be.
 */
export const openRecord: () => Promise<OpenedRecord> = once(async () => {
  const lasting = createIndexedLedger();
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(recordChannel) : null;
  try {
    await lasting.open();
    return { store: createRecordStore(lasting, channel, askToPersist()), keeping: 'kept' };
  } catch (error) {
    const storage = createPendingRecordStorage(lasting, readWhole, joinHeld);
    return { store: createRecordStore(storage, channel), keeping: refusalOf(error) };
  }
});

/** Asks once, with the first thing that is saved, that the browser does not erase it to make room. */
function askToPersist(): (keys: readonly RecordKey[]) => void {
  let isAsked = false;
  return (keys) => {
    // Some browsers ask the learner: not for having scrolled.
    if (isAsked || keys.every(([table]) => table === 'places')) return;
    isAsked = true;
    // Safari before 15.2 has no such thing, nor has a page over plain http.
    const storage: StorageManager | undefined = navigator.storage;
    void storage?.persist?.().catch(() => false);
  };
}
