import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { recordName } from '../shared/has-record.ts';
import type { Entry, Ledger, Pages } from './ledger.ts';
import { readLegacyTables, removeLegacyDatabases } from './legacy-databases.ts';
import { migrate, type OldTables, recordVersion } from './migrations.ts';
import { keyOf, tableNames } from './record-tables.ts';
import type { RecordKey, Records, TableName } from './record-types.ts';

type Key = [table: string, lesson: string, id: string | number];

interface LedgerSchema extends DBSchema {
  records: { key: Key; value: unknown };
}
type Database = IDBPDatabase<LedgerSchema>;
type RecordsStore = IDBPObjectStore<LedgerSchema, ['records'], 'records', 'readwrite'>;

/** Left by the first upgrade for as long as what earlier databases hold was not taken over. */
const legacyMark: Key = ['chores', '', 'legacy'];

/** That another tab holds the database open as an earlier version of the course left it. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError';
}

/**
 * The ledger in IndexedDB; what earlier versions of the course kept is taken over.
 * @throws {OtherVersionError} where another tab stands in the way, and where the browser refuses (some private windows do)
 */
export async function openIndexedLedger(): Promise<Ledger> {
  const database = await openDatabase();
  if ((await database.get('records', legacyMark)) !== undefined) await takeOverLegacy(database);
  // The browser may hold back what is relaxed, and a crash of the device would take it along.
  const begin = (mode: 'readonly' | 'readwrite') =>
    database.transaction('records', mode, { durability: 'strict' });
  return {
    async put(key, value) {
      const transaction = begin('readwrite');
      const put = (transaction.store as unknown as RecordsStore).put(value, [...key]);
      // A page that is being left waits for nothing: its open transactions are aborted.
      transaction.commit();
      await Promise.all([put, transaction.done]).catch((error: unknown) => {
        throw transaction.error ?? error;
      });
    },
    async transact(mode, act) {
      const transaction = begin(mode);
      const done = transaction.done;
      done.catch(() => {});
      try {
        const result = await act(pagesOf(transaction.store as unknown as RecordsStore));
        await done;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // It has ended by itself, and that is the error.
        }
        throw transaction.error ?? error;
      }
    },
  };
}

function openDatabase(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = openDB<LedgerSchema>(recordName, recordVersion, {
      async upgrade(database, oldVersion, _, transaction) {
        if (oldVersion < 2) {
          const edits =
            oldVersion === 1
              ? await (transaction as unknown as OldTransaction).objectStore('edits').getAll()
              : [];
          const records = database.createObjectStore('records');
          for (const { key, value } of entriesOf(migrate({ edits }, 1))) await records.put(value, [...key]);
          await records.put(true, legacyMark);
          if (oldVersion === 1) (database as unknown as IDBPDatabase).deleteObjectStore('edits');
        }
      },
      blocked: () => reject(new OtherVersionError('another tab has an earlier version open')),
      blocking: () => void opening.then((database) => database.close()),
    });
    opening.then(resolve, reject);
  });
}

interface OldTransaction {
  objectStore(name: 'edits'): { getAll(): Promise<unknown[]> };
}

async function takeOverLegacy(database: Database): Promise<void> {
  const entries = entriesOf(migrate(await readLegacyTables(), 1));
  const { store, done } = database.transaction('records', 'readwrite');
  await Promise.all([
    ...entries.map(({ key, value }) => store.put(value, [...key])),
    store.delete(legacyMark),
    done,
  ]);
  removeLegacyDatabases();
}

/** Where migrated records belong. What has no place by its own account lies under its number, and is put aside when read. */
function entriesOf(tables: OldTables): readonly Entry[] {
  return tableNames.flatMap((table) =>
    (tables[table] ?? []).map((value, place) => ({
      key: placeOf(table, value) ?? [table, '', place],
      value,
    })),
  );
}

function placeOf<Table extends TableName>(table: Table, value: unknown): RecordKey | null {
  try {
    const key = keyOf(table, value as Records[Table]);
    return key.every((part) => typeof part === 'string' || typeof part === 'number') ? key : null;
  } catch {
    return null;
  }
}

function pagesOf(store: RecordsStore): Pages {
  return {
    async entries(table, lesson) {
      const prefix = lesson === undefined ? [table] : [table, lesson];
      // An array comes after every text, so that this is all that begins with the prefix.
      const range = IDBKeyRange.bound(prefix, [...prefix, []]);
      const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return keys.map((key, place) => ({ key, value: values[place] }));
    },
    get: (key) => store.get([...key]),
    async put(key, value) {
      await store.put(value, [...key]);
    },
    async remove(key) {
      await store.delete([...key]);
    },
  };
}
