import { isEqual } from './is-equal.ts';
import { keyOf, mapTables } from './record-tables.ts';
import type { RecordKey, Records, RecordTables, TableName } from './record-types.ts';

/** A change of the record: all tables before and after it. */
export interface RecordChange {
  readonly before: RecordTables;
  readonly after: RecordTables;
}

/** A changed record of a table: `before` is `null` if it was added, `after` if it was removed. */
interface ChangedRecord<Table extends TableName> {
  readonly key: RecordKey;
  readonly before: Records[Table] | null;
  readonly after: Records[Table] | null;
}

/** Returns the records of a table in which two states of it differ. */
export function changedRecords<Table extends TableName>(
  table: Table,
  before: readonly Records[Table][],
  after: readonly Records[Table][],
): readonly ChangedRecord<Table>[] {
  const [old, current] = [byKey(table, before), byKey(table, after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [previous, next] = [old.get(name), current.get(name)];
    const key = previous?.key ?? next?.key;
    if (key === undefined || isEqual(previous, next)) return [];
    return [{ key, before: previous?.record ?? null, after: next?.record ?? null }];
  });
}

/** Reverts a change: restores each record that it touched, unless that record has changed again since. */
export function undoChange(current: RecordTables, { before, after }: RecordChange): RecordTables {
  return mapTables((table) => {
    const records = byKey(table, current[table]);
    for (const changed of changedRecords(table, before[table], after[table])) {
      const name = JSON.stringify(changed.key);
      if (!isEqual(records.get(name)?.record ?? null, changed.after)) continue;
      if (changed.before === null) records.delete(name);
      else records.set(name, { key: changed.key, record: changed.before });
    }
    return [...records.values()].map(({ record }) => record);
  });
}

/** Indexes the records of a table by their key as JSON. */
export function byKey<Table extends TableName>(
  table: Table,
  records: readonly Records[Table][],
): Map<string, { readonly key: RecordKey; readonly record: Records[Table] }> {
  return new Map(
    records.map((record) => {
      const key = keyOf(table, record);
      return [JSON.stringify(key), { key, record }];
    }),
  );
}
