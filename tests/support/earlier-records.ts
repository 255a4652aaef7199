import { readFileSync } from 'node:fs';
import { type IDBPDatabase, openDB } from 'idb';

/** A database in a file of `tests/fixtures/records`. */
export interface DatabaseContent {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | readonly string[] | null;
    readonly autoIncrement: boolean;
    readonly indexes: readonly string[];
    readonly entries: readonly { readonly key: IDBValidKey; readonly value: unknown }[];
  }[];
}

const folder = new URL('../fixtures/records/', import.meta.url);

/** Returns the text of a file that an earlier version wrote. */
export function earlierFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** Returns the databases that an earlier version left. */
export function earlierDatabases(name: string): readonly DatabaseContent[] {
  return JSON.parse(earlierFile(name), (_, value) =>
    typeof value?.$number === 'string' ? Number(value.$number) : value,
  );
}

/** Creates databases in `indexedDB` as an earlier version left them. */
export async function restoreDatabases(databases: readonly DatabaseContent[]): Promise<void> {
  for (const { name, version, stores } of databases) {
    const database: IDBPDatabase<unknown> = await openDB(name, version, {
      upgrade(upgraded) {
        for (const { name: storeName, keyPath, autoIncrement, indexes } of stores) {
          const path = typeof keyPath === 'string' || keyPath === null ? keyPath : [...keyPath];
          const store = upgraded.createObjectStore(storeName, { keyPath: path, autoIncrement });
          for (const index of indexes) store.createIndex(index, index);
        }
      },
    });
    for (const { name: storeName, keyPath, entries } of stores) {
      for (const { key, value } of entries) {
        await (keyPath === null ? database.put(storeName, value, key) : database.put(storeName, value));
      }
    }
    database.close();
  }
}
