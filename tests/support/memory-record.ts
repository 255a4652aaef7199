import { createMemoryRecordStorage } from '../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  createRecordStore,
  type RecordStore,
} from '../../src/lessons-runtime/progress/record/record-store.ts';

/** Creates a learner's record in memory. */
export function createMemoryRecord(): RecordStore {
  return createRecordStore(createMemoryRecordStorage());
}
