import { byKey } from './record-change.ts';
import { fileLimits } from './record-schemas.ts';
import type { Attempt, Imported, RecordTables } from './record-types.ts';

/**
 * Returns a file's record with every attempt marked as imported that is not in the learner's record yet. An attempt that is
 * there keeps its own mark, so that importing a backup of the same record marks nothing. Marks in the file are ignored,
 * because a learner could have edited them.
 * @param theirs the record in the file
 * @param mine the record on this device
 */
export function markImported(theirs: RecordTables, mine: RecordTables, from: Imported): RecordTables {
  const imported = { ...from, file: from.file.slice(0, fileLimits.fileName) };
  const own = byKey('items', mine.items);
  const items = [...byKey('items', theirs.items)].map(([key, { record }]) => {
    const known = new Map(own.get(key)?.record.attempts.map((attempt) => [identityOf(attempt), attempt]));
    const attempts = record.attempts.map(
      (attempt) => known.get(identityOf(attempt)) ?? { ...attempt, imported },
    );
    return { ...record, attempts };
  });
  return { ...theirs, items };
}

/** Returns a text that is equal for two copies of the same attempt, imported or not. */
function identityOf({ imported: _, ...attempt }: Attempt): string {
  return JSON.stringify(attempt);
}

/** One import, and how many attempts of a record it added. */
export interface ImportCount extends Imported {
  readonly attempts: number;
}

/** Returns the imports that added attempts to a record, oldest first. */
export function importsOf({ items }: Pick<RecordTables, 'items'>): readonly ImportCount[] {
  const counts = new Map<string, ImportCount>();
  for (const { imported } of items.flatMap(({ attempts }) => attempts)) {
    if (imported === undefined) continue;
    const id = JSON.stringify([imported.at, imported.file, imported.seal]);
    counts.set(id, { ...imported, attempts: (counts.get(id)?.attempts ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => a.at - b.at);
}
