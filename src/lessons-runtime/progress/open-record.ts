import { once } from '../shared/once.ts';
import { OtherVersionError, openIndexedLedger } from './indexed-ledger.ts';
import { createMemoryLedger } from './ledger.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import type { RecordKey } from './record-types.ts';

/** A record, and whether it outlasts the page: `otherVersion` is for the other tabs to be closed, `refused` is the browser's. */
export interface OpenedRecord {
  readonly store: RecordStore;
  readonly keeping: 'kept' | 'otherVersion' | 'refused';
}

/** The page's one record of its learner, in IndexedDB; where the browser keeps nothing, one that lasts for the page. */
export const openRecord: () => Promise<OpenedRecord> = once(async () => {
  try {
    const ledger = await openIndexedLedger();
    const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('deshielo:record') : null;
    return { store: createRecordStore(ledger, channel, askToPersist()), keeping: 'kept' };
  } catch (error) {
    const keeping = error instanceof OtherVersionError ? 'otherVersion' : 'refused';
    return { store: createRecordStore(createMemoryLedger()), keeping };
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
