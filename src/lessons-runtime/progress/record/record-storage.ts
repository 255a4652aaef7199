import { createSerialQueue } from '../../shared/serial-queue.ts';
import type { RecordKey } from './record-types.ts';

/** Another tab keeps an earlier version of the database open, so that it cannot be upgraded. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError';
}

/** The database has a later version than this page, which was loaded before an update of the course. */
export class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

/** A stored value that is not validated yet. */
export interface StoredEntry {
  readonly key: RecordKey;
  readonly value: unknown;
}

/** The operations of a transaction. */
export interface Transaction {
  /** Returns the entries of a table, or of one lesson in it, ordered by key. */
  entries(table: string, lesson?: string): Promise<readonly StoredEntry[]>;
  /** Returns a value, `undefined` if there is none. */
  get(key: RecordKey): Promise<unknown>;
  put(key: RecordKey, value: unknown): Promise<void>;
  remove(key: RecordKey): Promise<void>;
}

/** Stores a learner's record as values by key. Does not validate them. */
export interface RecordStorage {
  /**
   * Runs a transaction: either all of its changes are stored or none.
   * @param act may await nothing but the operations of its transaction, because IndexedDB commits an idle one; it is called
   *   again if the connection was closed
   * @throws {DOMException} `QuotaExceededError` if the device is full; and whatever `act` throws
   */
  transact<Result>(
    mode: 'readonly' | 'readwrite',
    act: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Replaces a value. The request is made before this returns, so that it completes even if the page is being closed.
   * @throws as `transact`
   */
  put(key: RecordKey, value: unknown): Promise<void>;
  /** Calls the listener once writes that were in memory have been moved to the database. */
  readonly onMoved?: (listener: (moved: MoveResult) => void) => void;
}

/** The result of moving writes from memory to the database. */
export interface MoveResult {
  /** The keys whose value may differ from the one in memory before. */
  readonly keys: readonly RecordKey[];
  /** Whether an edit was discarded, because a different edit of its cell was already stored. */
  readonly hasConflict: boolean;
}

/**
 * Creates a storage in memory, for browsers that store nothing and for tests.
 * @param characterLimit the length of all values as JSON at which writes fail with `QuotaExceededError`
 */
export function createMemoryRecordStorage(characterLimit = Number.POSITIVE_INFINITY): RecordStorage {
  let stored: ReadonlyMap<string, StoredEntry> = new Map();
  const enqueue = createSerialQueue();

  async function transact<Result>(act: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const changed = new Map(stored);
    const result = await act({
      async entries(table, lesson) {
        const found = [...changed.values()].filter(
          ({ key }) => key[0] === table && (lesson === undefined || key[1] === lesson),
        );
        return found.sort((a, b) => compareKeys(a.key, b.key));
      },
      get: async (key) => changed.get(JSON.stringify(key))?.value,
      async put(key, value) {
        changed.set(JSON.stringify(key), { key, value: structuredClone(value) });
      },
      async remove(key) {
        changed.delete(JSON.stringify(key));
      },
    });
    if (sizeOf(changed) > characterLimit && sizeOf(changed) > sizeOf(stored)) {
      throw new DOMException('the device is full', 'QuotaExceededError');
    }
    stored = changed;
    return result;
  }

  return {
    transact: (_, act) => enqueue(() => transact(act)),
    put: (key, value) => enqueue(() => transact((transaction) => transaction.put(key, value))),
  };
}

function sizeOf(entries: ReadonlyMap<string, StoredEntry>): number {
  return [...entries.values()].reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);
}

/** Compares keys as IndexedDB does: numbers come before texts. */
function compareKeys(a: RecordKey, b: RecordKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (left === right || right === undefined) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
