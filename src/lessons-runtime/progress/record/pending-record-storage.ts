import { createSerialQueue } from '../../shared/serial-queue.ts';
import {
  createMemoryRecordStorage,
  type MoveResult,
  type RecordStorage,
  type Transaction,
} from './record-storage.ts';

/**
 * Creates a storage for a database that cannot be opened at the moment. Writes go to memory; after each write, all of memory
 * is moved to the persistent storage if that works by then. From then on every call goes to the persistent storage.
 * @param persistent the storage that failed to open; each call tries to open it again
 * @param read reads everything that is in memory
 * @param merge writes that into the persistent storage
 */
export function createPendingRecordStorage<Pending>(
  persistent: RecordStorage,
  read: (transaction: Transaction) => Promise<Pending>,
  merge: (transaction: Transaction, pending: Pending) => Promise<MoveResult>,
): RecordStorage {
  const memory = createMemoryRecordStorage();
  const listeners: ((result: MoveResult) => void)[] = [];
  let hasMoved = false;
  const enqueue = createSerialQueue();

  async function move(): Promise<void> {
    const pending = await memory.transact('readonly', read);
    try {
      const result = await persistent.transact('readwrite', (transaction) => merge(transaction, pending));
      hasMoved = true;
      for (const listener of listeners) listener(result);
    } catch {
      // The records stay in memory, and the next write tries again.
    }
  }

  const transact: RecordStorage['transact'] = (mode, act) => {
    if (hasMoved) return persistent.transact(mode, act);
    return enqueue(async () => {
      if (hasMoved) return persistent.transact(mode, act);
      const result = await memory.transact(mode, act);
      if (mode === 'readwrite') await move();
      return result;
    });
  };

  return {
    transact,
    put: (key, value) =>
      hasMoved
        ? persistent.put(key, value)
        : transact('readwrite', (transaction) => transaction.put(key, value)),
    onMoved: (listener) => void listeners.push(listener),
  };
}
