import {
  createMemoryRecordStorage,
  type Moved,
  type RecordStorage,
  type Transaction,
} from './record-storage.ts';

/**
 * A ledger for a database that cannot be opened just now: what is written is held in memory, and with each write it is tried
 * again to put all of it where it lasts. Once that succeeds, this is the lasting ledger.
 * @param join puts what is held into what is kept there
 */
export function createPendingRecordStorage<Held>(
  lasting: RecordStorage,
  read: (transaction: Transaction) => Promise<Held>,
  join: (transaction: Transaction, held: Held) => Promise<Moved>,
): RecordStorage {
  const memory = createMemoryRecordStorage();
  const listeners: ((moved: Moved) => void)[] = [];
  let hasMoved = false;
  let last: Promise<unknown> = Promise.resolve();

  async function move(): Promise<void> {
    const held = await memory.transact('readonly', read);
    try {
      const moved = await lasting.transact('readwrite', (transaction) => join(transaction, held));
      hasMoved = true;
      for (const listener of listeners) listener(moved);
    } catch {
      // It is still held, and the next write tries again.
    }
  }

  const transact: RecordStorage['transact'] = (mode, act) => {
    if (hasMoved) return lasting.transact(mode, act);
    const mine = last.then(async () => {
      if (hasMoved) return lasting.transact(mode, act);
      const result = await memory.transact(mode, act);
      if (mode === 'readwrite') await move();
      return result;
    });
    last = mine.catch(() => {});
    return mine;
  };

  return {
    transact,
    put: (key, value) =>
      hasMoved
        ? lasting.put(key, value)
        : transact('readwrite', (transaction) => transaction.put(key, value)),
    onMoved: (listener) => void listeners.push(listener),
  };
}
