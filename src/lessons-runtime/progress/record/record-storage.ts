import type { RecordKey } from './record-types.ts';

/** That another tab holds the database open as an earlier version of the course left it. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError';
}

/** That the database is of a later version of the course: this page is of an earlier one. */
export class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

/** A kept value as it lies there: nothing is known of it yet. */
export interface StoredEntry {
  readonly key: RecordKey;
  readonly value: unknown;
}

/** What a transaction sees and does. */
export interface Transaction {
  /** Of a table, or of one lesson in it, ordered by id. */
  entries(table: string, lesson?: string): Promise<readonly StoredEntry[]>;
  /** `undefined` where there is nothing. */
  get(key: RecordKey): Promise<unknown>;
  put(key: RecordKey, value: unknown): Promise<void>;
  remove(key: RecordKey): Promise<void>;
}

/** Where a learner's record lies, with no idea of what it holds. */
export interface RecordStorage {
  /**
   * One transaction: all of it happens, or nothing. Within it nothing may be awaited but the pages, and it may be done
   * again where the connection ended in the middle.
   * @throws {DOMException} `QuotaExceededError` where the device has no room, and what `act` throws
   */
  transact<Result>(
    mode: 'readonly' | 'readwrite',
    act: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Puts a value, whatever is there. It is on its way before this returns, so that it comes through from a page that is being left.
   * @throws as `transact`
   */
  put(key: RecordKey, value: unknown): Promise<void>;
  /** Where writes are held in memory for a time: told once they have been put where they last. */
  readonly onMoved?: (listener: (moved: Moved) => void) => void;
}

/** What became of writes that were held in memory. */
export interface Moved {
  readonly keys: readonly RecordKey[];
  /** Whether something else was kept in the place of a text, and stays. */
  readonly hasOlder: boolean;
}

/** In memory, for a browser that keeps nothing and for tests: the same, gone with the page. */
export function createMemoryRecordStorage(characterLimit = Number.POSITIVE_INFINITY): RecordStorage {
  let kept: ReadonlyMap<string, StoredEntry> = new Map();
  let last: Promise<unknown> = Promise.resolve();

  async function transact<Result>(act: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const changed = new Map(kept);
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
    if (sizeOf(changed) > characterLimit && sizeOf(changed) > sizeOf(kept)) {
      throw new DOMException('there is no room', 'QuotaExceededError');
    }
    kept = changed;
    return result;
  }

  const inTurn: RecordStorage['transact'] = (_, act) => {
    const mine = last.then(() => transact(act));
    last = mine.catch(() => {});
    return mine;
  };
  return {
    transact: inTurn,
    put: (key, value) => inTurn('readwrite', (transaction) => transaction.put(key, value)),
  };
}

function sizeOf(entries: ReadonlyMap<string, StoredEntry>): number {
  return [...entries.values()].reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);
}

/** As IndexedDB orders them: a number before a text. */
function compareKeys(a: RecordKey, b: RecordKey): number {
  for (const [place, left] of a.entries()) {
    const right = b[place];
    if (left === right || right === undefined) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
