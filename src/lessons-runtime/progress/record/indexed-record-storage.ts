import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { recordName } from '../../shared/has-record.ts';
import { isEqual } from './is-equal.ts';
import { createLastingConnection } from './lasting-connection.ts';
import { readLegacyTables, removeLegacyDatabases } from './legacy-databases.ts';
import { migrate, type OldTables, recordVersion } from './migrations.ts';
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

interface LedgerSchema extends DBSchema {
  records: { key: Key; value: unknown };
}
type Database = IDBPDatabase<LedgerSchema>;
type RecordsStore = Pick<
  IDBPObjectStore<LedgerSchema, ['records'], 'records', 'readwrite'>,
  'get' | 'getAll' | 'getAllKeys' | 'put' | 'delete'
>;

/** Left by the first upgrade for as long as what earlier databases hold was not taken over. */
const legacyMark: Key = ['chores', '', 'legacy'];

/** A ledger whose database is opened with its first use, and again when the connection was ended. */
export interface IndexedLedger extends RecordStorage {
  /** @throws as `openIndexedRecordStorage` */
  open(): Promise<void>;
}

/**
 * The record in IndexedDB; what earlier versions of the course kept is taken over.
 * @throws {OtherVersionError} where another tab stands in the way
 * @throws {NewerVersionError} where the database is of a later version, and where the browser refuses (some private windows do)
 */
export async function openIndexedRecordStorage(): Promise<RecordStorage> {
  const ledger = createIndexedLedger();
  await ledger.open();
  return ledger;
}

export function createIndexedLedger(): IndexedLedger {
  const { open, use } = createLastingConnection(createOpener());
  // The browser may hold back what is relaxed, and a crash of the device would take it along.
  const begin = (database: Database, mode: 'readonly' | 'readwrite') =>
    database.transaction('records', mode, { durability: 'strict' });
  return {
    open,
    put: (key, value) =>
      use(async (database) => {
        const transaction = begin(database, 'readwrite');
        const put = (transaction.store as unknown as RecordsStore).put(value, [...key]);
        // A page that is being left waits for nothing: its open transactions are aborted.
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
      }),
  };
}

/** Opens the database. A request that another tab blocks goes on waiting: it is used once it has come, and there is no second. */
function createOpener(): () => Promise<Database> {
  let waiting: Promise<Database> | null = null;
  let isBlocked = false;

  return async () => {
    if (isBlocked) throw blocked();
    const database = await (waiting ?? begin());
    waiting = null;
    return database;
  };

  function begin(): Promise<Database> {
    return new Promise((resolve, reject) => {
      const opening = openDatabase(() => {
        isBlocked = true;
        waiting = opening;
        reject(blocked());
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

const blocked = () => new OtherVersionError('another tab has an earlier version open');

async function openDatabase(onBlocked: () => void): Promise<Database> {
  const database = await openDB<LedgerSchema>(recordName, recordVersion, {
    async upgrade(upgraded, oldVersion, _, transaction) {
      if (oldVersion < 2) {
        const edits =
          oldVersion === 1
            ? await (transaction as unknown as OldTransaction).objectStore('edits').getAll()
            : [];
        const records = upgraded.createObjectStore('records');
        for (const { key, value } of entriesOf(migrate({ edits }, 1))) await records.put(value, [...key]);
        await records.put(true, legacyMark);
        if (oldVersion === 1) (upgraded as unknown as IDBPDatabase).deleteObjectStore('edits');
      } else await migrateStored(pagesOf(transaction.objectStore('records')), oldVersion);
    },
    blocked: onBlocked,
  }).catch((error: unknown): never => {
    if (error instanceof DOMException && error.name === 'VersionError')
      throw new NewerVersionError('the record is of a later version of the course');
    throw error;
  });
  if ((await database.get('records', legacyMark)) !== undefined) await takeOverLegacy(database);
  return database;
}

interface OldTransaction {
  objectStore(name: 'edits'): { getAll(): Promise<unknown[]> };
}

/** What lies where it does not belong by its own account stays as it is, and is set aside when read. */
async function migrateStored(transaction: Transaction, version: number): Promise<void> {
  const old: Record<string, unknown[]> = {};
  for (const table of tableNames) {
    const entries = await transaction.entries(table);
    const placed = entries.filter(({ key, value }) => isEqual(placeOf(table, value), key));
    old[table] = placed.map(({ value }) => value);
    for (const { key } of placed) await transaction.remove(key);
  }
  for (const { key, value } of entriesOf(migrate(old, version))) await transaction.put(key, value);
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
function entriesOf(tables: OldTables): readonly StoredEntry[] {
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

function pagesOf(store: RecordsStore): Transaction {
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
