import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { recordName } from '../../shared/has-record.ts';
import { isEqual } from './is-equal.ts';
import { readLegacyTables, removeLegacyDatabases } from './legacy-databases.ts';
import { migrate, type OldTables, recordVersion } from './migrations.ts';
import { createReconnectingDatabase } from './reconnecting-database.ts';
import {
  NewerVersionError,
  OtherVersionError,
  type RecordStorage,
  type StoredEntry,
  type Transaction,
} from './record-storage.ts';
import { keyOf, tableNames } from './record-tables.ts';
import type { RecordKey, Records, TableName } from './record-types.ts';

type Key = [table: string, lesson: string, id: string | number];

interface RecordSchema extends DBSchema {
  /** All tables. Since version 2. */
  records: { key: Key; value: unknown };
  /** The only table of version 1. */
  edits: { key: [lesson: string, cell: string]; value: unknown };
}
type Database = IDBPDatabase<RecordSchema>;
type RecordsStore = Pick<
  IDBPObjectStore<RecordSchema, ['records'], 'records', 'readwrite'>,
  'get' | 'getAll' | 'getAllKeys' | 'put' | 'delete'
>;

/** Marks that the databases of earlier versions still have to be migrated. The key is stored. */
const legacyMark: Key = ['chores', '', 'legacy'];

interface IndexedRecordStorage extends RecordStorage {
  /**
   * Opens the database, creates it if there is none, and migrates the data of earlier versions.
   * @throws {OtherVersionError} if another tab keeps an earlier version open
   * @throws {NewerVersionError} if the database has a later version
   * @throws {DOMException} if the browser refuses, as some do in private windows
   */
  open(): Promise<void>;
}

/** Creates the storage of the record in IndexedDB. It connects with its first use, and again after a connection is closed. */
export function createIndexedRecordStorage(): IndexedRecordStorage {
  const { open, use } = createReconnectingDatabase(createOpener());
  // By default a browser may delay writing to the disk, and a crash of the device would lose the transaction. A transaction
  // of mode `readonly` is typed as read-write, because idb types a store by its mode; the browser enforces the mode.
  const begin = (database: Database, mode: 'readonly' | 'readwrite') =>
    database.transaction('records', mode as 'readwrite', { durability: 'strict' });
  return {
    open,
    put: (key, value) =>
      use(async (database) => {
        const transaction = begin(database, 'readwrite');
        const put = transaction.store.put(value, [...key]);
        // A page that is being closed aborts open transactions.
        transaction.commit();
        await Promise.all([put, transaction.done]).catch((error: unknown) => {
          throw transaction.error ?? error;
        });
      }),
    transact: (mode, act) =>
      use(async (database) => {
        const transaction = begin(database, mode);
        const done = transaction.done;
        done.catch(() => {});
        try {
          const result = await act(toTransaction(transaction.store));
          await done;
          return result;
        } catch (error) {
          try {
            transaction.abort();
          } catch {
            // It is already aborted, and `transaction.error` says why.
          }
          throw transaction.error ?? error;
        }
      }),
  };
}

/**
 * Returns a function that opens the database. A request that another tab blocks keeps waiting: meanwhile calls fail, and the
 * first call after it succeeded uses it.
 */
function createOpener(): () => Promise<Database> {
  let waiting: Promise<Database> | null = null;
  let isBlocked = false;

  return async () => {
    if (isBlocked) throw blockedError();
    const database = await (waiting ?? begin());
    waiting = null;
    return database;
  };

  function begin(): Promise<Database> {
    return new Promise((resolve, reject) => {
      const opening = openDatabase(() => {
        isBlocked = true;
        waiting = opening;
        reject(blockedError());
      }).finally(() => {
        isBlocked = false;
      });
      opening.then(resolve, (error: unknown) => {
        waiting = null;
        reject(error);
      });
    });
  }
}

const blockedError = () => new OtherVersionError('another tab has an earlier version open');

async function openDatabase(onBlocked: () => void): Promise<Database> {
  const database = await openDB<RecordSchema>(recordName, recordVersion, {
    async upgrade(upgraded, oldVersion, _, transaction) {
      if (oldVersion < 2) {
        const edits = oldVersion === 1 ? await transaction.objectStore('edits').getAll() : [];
        const records = upgraded.createObjectStore('records');
        for (const { key, value } of entriesOf(migrate({ edits }, 1))) await records.put(value, [...key]);
        await records.put(true, legacyMark);
        if (oldVersion === 1) upgraded.deleteObjectStore('edits');
      } else await migrateStored(toTransaction(transaction.objectStore('records')), oldVersion);
    },
    blocked: onBlocked,
  }).catch((error: unknown): never => {
    if (error instanceof DOMException && error.name === 'VersionError')
      throw new NewerVersionError('the record is of a later version of the course');
    throw error;
  });
  if ((await database.get('records', legacyMark)) !== undefined) await migrateLegacy(database);
  return database;
}

/** Migrates the tables. An entry whose value names another key is left unchanged, and is quarantined when it is read. */
async function migrateStored(transaction: Transaction, version: number): Promise<void> {
  const old: Record<string, unknown[]> = {};
  for (const table of tableNames) {
    const entries = await transaction.entries(table);
    const valid = entries.filter(({ key, value }) => isEqual(keyOfUnknown(table, value), key));
    old[table] = valid.map(({ value }) => value);
    for (const { key } of valid) await transaction.remove(key);
  }
  for (const { key, value } of entriesOf(migrate(old, version))) await transaction.put(key, value);
}

/** Moves the contents of the databases that existed before version 2 into this one, and deletes them. */
async function migrateLegacy(database: Database): Promise<void> {
  const entries = entriesOf(migrate(await readLegacyTables(), 1));
  const { store, done } = database.transaction('records', 'readwrite');
  await Promise.all([
    ...entries.map(({ key, value }) => store.put(value, [...key])),
    store.delete(legacyMark),
    done,
  ]);
  removeLegacyDatabases();
}

/** Returns migrated records with their keys. One that names no key gets its index as one, and is quarantined when it is read. */
function entriesOf(tables: OldTables): readonly StoredEntry[] {
  return tableNames.flatMap((table) =>
    (tables[table] ?? []).map((value, index) => ({
      key: keyOfUnknown(table, value) ?? [table, '', index],
      value,
    })),
  );
}

/** Returns the key that a value names if it is a record of the table; `null` if it names none. */
function keyOfUnknown<Table extends TableName>(table: Table, value: unknown): RecordKey | null {
  try {
    // Only the key is read, and checked below. The schema of the table cannot check it, because it is of another version.
    const key = keyOf(table, value as Records[Table]);
    return key.every((part) => typeof part === 'string' || typeof part === 'number') ? key : null;
  } catch {
    return null;
  }
}

function toTransaction(store: RecordsStore): Transaction {
  return {
    async entries(table, lesson) {
      const prefix = lesson === undefined ? [table] : [table, lesson];
      // IndexedDB orders arrays after texts and numbers, so that this range covers all keys with the prefix.
      const range = IDBKeyRange.bound(prefix, [...prefix, []]);
      const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return keys.map((key, index) => ({ key, value: values[index] }));
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
