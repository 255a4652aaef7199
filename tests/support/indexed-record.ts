import { createIndexedRecordStorage } from '../../src/lessons-runtime/progress/record/indexed-record-storage.ts';
import {
  createRecordStore,
  type RecordStore,
} from '../../src/lessons-runtime/progress/record/record-store.ts';

/** Opens the learner's record in the `indexedDB` of the test. @throws as opening the database */
export async function openIndexedRecord(): Promise<RecordStore> {
  const storage = createIndexedRecordStorage();
  await storage.open();
  return createRecordStore(storage);
}
