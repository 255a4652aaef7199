import { isEqual } from './is-equal.ts';
import { keyOf, mapTables } from './record-tables.ts';
import type { RecordKey, Records, TableName, WholeRecord } from './record-types.ts';

/** A change of everything: as it was, and as it now is. */
export interface WholeChange {
  readonly before: WholeRecord;
  readonly after: WholeRecord;
}

/** A record of a table that a change touched: as it was and as it is, `null` where there was or is none. */
export interface ChangedRecord<Table extends TableName> {
  readonly key: RecordKey;
  readonly before: Records[Table] | null;
  readonly after: Records[Table] | null;
}

export function changedRecords<Table extends TableName>(
  table: Table,
  before: readonly Records[Table][],
  after: readonly Records[Table][],
): readonly ChangedRecord<Table>[] {
  const [old, fresh] = [byKey(table, before), byKey(table, after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), fresh.get(name)];
    const key = was?.key ?? is?.key;
    if (key === undefined || isEqual(was, is)) return [];
    return [{ key, before: was?.record ?? null, after: is?.record ?? null }];
  });
}

/** Takes a change back: each record that it touched is as before, unless it was changed again since. */
export function undoChange(current: WholeRecord, { before, after }: WholeChange): WholeRecord {
  return mapTables((table) => {
    const now = byKey(table, current[table]);
    for (const touched of changedRecords(table, before[table], after[table])) {
      const name = JSON.stringify(touched.key);
      if (!isEqual(now.get(name)?.record ?? null, touched.after)) continue;
      if (touched.before === null) now.delete(name);
      else now.set(name, { key: touched.key, record: touched.before });
    }
    return [...now.values()].map(({ record }) => record);
  });
}

/** Records by their key as text. */
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
