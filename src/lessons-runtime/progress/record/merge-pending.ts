import { mergeRecords } from './merge-records.ts';
import { byKey } from './record-change.ts';
import type { MoveResult, Transaction } from './record-storage.ts';
import { keyOf } from './record-tables.ts';
import type { Records, RecordTables } from './record-types.ts';
import { readTables, writeChanges } from './stored-tables.ts';

/**
 * Merges the records that were written while the database could not be opened into those that are stored there. A stored
 * edit wins over a pending one, because the page's edit was not based on it.
 */
export async function mergePending(transaction: Transaction, pending: RecordTables): Promise<MoveResult> {
  const before = await readTables(transaction);
  const stored = byKey('edits', before.edits);
  const isConflict = (edit: Records['edits']) => {
    const own = stored.get(JSON.stringify(keyOf('edits', edit)))?.record;
    return own !== undefined && own.source !== edit.source;
  };
  const edits = pending.edits.filter((edit) => !isConflict(edit));
  const after = mergeRecords(before, { ...pending, edits });
  const keys = await writeChanges(transaction, { before, after });
  const conflicts = pending.edits.filter(isConflict);
  return {
    keys: [...keys, ...conflicts.map((edit) => keyOf('edits', edit))],
    hasConflict: conflicts.length > 0,
  };
}
