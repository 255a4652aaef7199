import { createMemoryLedger } from '../../src/lessons-runtime/progress/ledger.ts';
import { createRecordStore, type RecordStore } from '../../src/lessons-runtime/progress/record-store.ts';

/** A learner's record that is gone with the test. */
export function createMemoryRecord(): RecordStore {
  return createRecordStore(createMemoryLedger());
}
