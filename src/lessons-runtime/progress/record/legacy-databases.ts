import { deleteDB, openDB } from 'idb';
import type { OldTables } from './migrations.ts';

/** The tables that had separate databases before record version 2. */
const legacyDatabases = [
  { database: 'deshielo-items', table: 'items' },
  { database: 'deshielo-runs', table: 'runs' },
] as const;

/** Returns the contents of those databases as tables of version 1; empty tables if there are none. */
export async function readLegacyTables(): Promise<OldTables> {
  const tables = await Promise.all(
    legacyDatabases.map(async ({ database, table }) => [table, await readAll(database, table)] as const),
  );
  const numbers = (tables.find(([table]) => table === 'runs')?.[1] ?? []).map(numberOf);
  const learner = numbers.length === 0 ? [] : [{ name: '', lastRun: Math.max(0, ...numbers) }];
  return { ...Object.fromEntries(tables), learner };
}

/** Deletes those databases after their migration. One that another tab has open is deleted when that tab closes. */
export function removeLegacyDatabases(): void {
  for (const { database } of legacyDatabases) deleteDB(database).catch(() => {});
}

async function readAll(name: string, table: string): Promise<readonly unknown[]> {
  const database = await openDB(name, 1, {
    // An upgrade means that the database did not exist. Aborting keeps it from being created.
    upgrade(_, __, ___, transaction) {
      transaction.done.catch(() => {});
      transaction.abort();
    },
  }).catch(() => null);
  if (database === null) return [];
  try {
    // A database whose creation was interrupted has no table. It must not stop the migration of the others.
    return database.objectStoreNames.contains(table) ? await database.getAll(table) : [];
  } finally {
    database.close();
  }
}

function numberOf(run: unknown): number {
  const number = typeof run === 'object' && run !== null ? Reflect.get(run, 'number') : null;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : 0;
}
