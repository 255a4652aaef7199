import { fileLimits } from './record-schemas.ts';
import type { Attempt, Imported, WholeRecord } from './record-types.ts';
import { byKey } from './whole-change.ts';

/**
 * A file's record with every try marked that is not here already: it came in by import. One that is here keeps what is
 * known of it here, so that a learner's own copy, brought back, marks nothing; what a file says of itself is not believed.
 */
export function markImported(theirs: WholeRecord, mine: WholeRecord, from: Imported): WholeRecord {
  const imported = { ...from, file: from.file.slice(0, fileLimits.fileName) };
  const own = byKey('items', mine.items);
  const items = [...byKey('items', theirs.items)].map(([key, { record }]) => {
    const here = new Map(own.get(key)?.record.attempts.map((attempt) => [nameOf(attempt), attempt]));
    const attempts = record.attempts.map((attempt) => here.get(nameOf(attempt)) ?? { ...attempt, imported });
    return { ...record, attempts };
  });
  return { ...theirs, items };
}

/** What makes two tries the same one, wherever it came from. */
function nameOf({ imported: _, ...attempt }: Attempt): string {
  return JSON.stringify(attempt);
}

/** One import, and how many tries of a record came in by it. */
export interface ImportCount extends Imported {
  readonly attempts: number;
}

/** By which imports tries came into a record, oldest first. */
export function importsOf({ items }: Pick<WholeRecord, 'items'>): readonly ImportCount[] {
  const counts = new Map<string, ImportCount>();
  for (const { imported } of items.flatMap(({ attempts }) => attempts)) {
    if (imported === undefined) continue;
    const name = JSON.stringify([imported.at, imported.file, imported.seal]);
    counts.set(name, { ...imported, attempts: (counts.get(name)?.attempts ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => a.at - b.at);
}
