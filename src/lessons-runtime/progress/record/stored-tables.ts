import * as v from 'valibot';
import { isEqual } from './is-equal.ts';
import { changedRecords, type RecordChange } from './record-change.ts';
import type { StoredEntry, Transaction } from './record-storage.ts';
import { keyOf, mapTables, schemaOf, tableNames } from './record-tables.ts';
import type { RecordKey, Records, RecordTables, TableName } from './record-types.ts';

/**
 * Parses a stored entry of a table.
 * @returns `null` if the value is no record of the table, or is stored under another key than its fields name
 */
export function parseRecord<Table extends TableName>(
  table: Table,
  { key, value }: StoredEntry,
): Records[Table] | null {
  const parsed = v.safeParse(schemaOf(table), value);
  if (!parsed.success) return null;
  return isEqual(keyOf(table, parsed.output), key) ? parsed.output : null;
}

/** Parses a stored entry of any table. @returns `null` as `parseRecord` */
export function parseEntry(entry: StoredEntry): unknown {
  const table = tableNames.find((name) => name === entry.key[0]);
  return table === undefined ? null : parseRecord(table, entry);
}

/** Reads all tables. Leaves out the records that cannot be parsed. */
export async function readTables(transaction: Transaction): Promise<RecordTables> {
  const entries = (await Promise.all(tableNames.map((table) => transaction.entries(table)))).flat();
  return mapTables((table) =>
    entries.flatMap((entry) => (entry.key[0] === table ? (parseRecord(table, entry) ?? []) : [])),
  );
}

/** Writes the records in which two states of the tables differ. Returns their keys. */
export async function writeChanges(
  transaction: Transaction,
  { before, after }: RecordChange,
): Promise<readonly RecordKey[]> {
  const keys: RecordKey[] = [];
  for (const table of tableNames) {
    for (const { key, after: next } of changedRecords(table, before[table], after[table])) {
      keys.push(key);
      if (next === null) await transaction.remove(key);
      else await transaction.put(key, next);
    }
  }
  return keys;
}
