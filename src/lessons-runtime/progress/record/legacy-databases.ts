import { deleteDB, openDB } from 'idb';
import type { OldTables } from './migrations.ts';

/** Where the course once kept a table in a database of its own. */
const legacy = [
  { database: 'deshielo-items', table: 'items' },
  { database: 'deshielo-runs', table: 'runs' },
] as const;

/** What those databases hold; nothing where there is none. */
export async function readLegacyTables(): Promise<OldTables> {
  const tables = await Promise.all(
    legacy.map(async ({ database, table }) => [table, await readAll(database, table)] as const),
  );
  const numbers = (tables.find(([table]) => table === 'runs')?.[1] ?? []).map(numberOf);
  const learner = numbers.length === 0 ? [] : [{ name: '', lastRun: Math.max(0, ...numbers) }];
  return { ...Object.fromEntries(tables), learner };
}

/** Once they were taken over. One that another tab has open goes when that tab does. */
export function removeLegacyDatabases(): void {
  for (const { database } of legacy) deleteDB(database).catch(() => {});
}

async function readAll(name: string, table: string): Promise<readonly unknown[]> {
  const database = await openDB(name, 1, {
    // There is none: nothing is left behind of the asking.
    upgrade(_, __, ___, transaction) {
      transaction.done.catch(() => {});
      transaction.abort();
    },
  }).catch(() => null);
  if (database === null) return [];
  try {
    // One that was left half made holds nothing, and is not to keep the others from being taken over.
    return database.objectStoreNames.contains(table) ? await database.getAll(table) : [];
  } finally {
    database.close();
  }
}

function numberOf(run: unknown): number {
  const number = typeof run === 'object' && run !== null ? Reflect.get(run, 'number') : null;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : 0;
}
