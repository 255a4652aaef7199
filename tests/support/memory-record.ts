import { createMemoryRecordStorage } from '../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  createRecordStore,
  type RecordStore,
} from '../../src/lessons-runtime/progress/record/record-store.ts';

/** A learner's record that is gone with the test. */
export function createMemoryRecord(): RecordStore {
  return createRecordStore(createMemoryRecordStorage());
}
