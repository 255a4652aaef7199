import type { PartKind } from '../../lesson/lesson-parts.ts';
import { emptyRecord, mapTables } from './record-tables.ts';
import type { RecordTables } from './record-types.ts';

/** What to remove: one part of a lesson, a lesson, or everything. */
export type RemovedParts =
  | { readonly kind: PartKind; readonly lesson: string; readonly id: string }
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'everything' };

/**
 * Returns a record without the given parts. Removing a cell removes its edit and its runs' outcome. Trainings are removed
 * with their lesson only.
 */
export function withoutParts(record: RecordTables, removed: RemovedParts): RecordTables {
  switch (removed.kind) {
    case 'everything':
      return emptyRecord;
    case 'lesson':
      return mapTables((table) =>
        record[table].filter((each) => !('lesson' in each) || each.lesson !== removed.lesson),
      );
    case 'cells':
      return withoutCell(record, removed.lesson, removed.id);
    case 'steps':
      return {
        ...record,
        steps: record.steps.filter(({ lesson, step }) => lesson !== removed.lesson || step !== removed.id),
      };
    case 'exercises':
    case 'questions': {
      const items = record.items.filter(
        ({ lesson, item }) => lesson !== removed.lesson || item !== removed.id,
      );
      return withoutCell({ ...record, items }, removed.lesson, cellOfItem(removed.id));
    }
  }
}

/** Returns whose kept outputs are removed with the given parts; `null` if there are none. */
export function runsOfParts(
  removed: RemovedParts,
): { readonly lesson?: string; readonly cell?: string } | null {
  switch (removed.kind) {
    case 'everything':
      return {};
    case 'lesson':
      return { lesson: removed.lesson };
    case 'cells':
      return { lesson: removed.lesson, cell: removed.id };
    case 'exercises':
      return { lesson: removed.lesson, cell: cellOfItem(removed.id) };
    case 'steps':
    case 'questions':
      return null;
  }
}

/** An exercise's code is the edit of a cell: `exercise/thaw` is solved in the cell `exercise-thaw`. */
function cellOfItem(item: string): string {
  return item.replace('/', '-');
}

function withoutCell(record: RecordTables, lesson: string, cell: string): RecordTables {
  const isOther = (each: { readonly lesson: string; readonly cell: string }) =>
    each.lesson !== lesson || each.cell !== cell;
  return { ...record, cells: record.cells.filter(isOther), edits: record.edits.filter(isOther) };
}
