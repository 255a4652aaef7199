import type { PartKind } from '../../lesson/lesson-parts.ts';
import { emptyWholeRecord, mapTables } from './record-tables.ts';
import type { WholeRecord } from './record-types.ts';

/** What is to be forgotten: one part of a lesson, the lesson, or everything. */
export type RemovedParts =
  | { readonly kind: PartKind; readonly lesson: string; readonly id: string }
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'everything' };

/** A record without it. A cell goes back to what its author wrote, and counts as not run; trainings go with their lesson. */
export function withoutParts(record: WholeRecord, forgotten: RemovedParts): WholeRecord {
  switch (forgotten.kind) {
    case 'everything':
      return emptyWholeRecord;
    case 'lesson':
      return mapTables((table) =>
        record[table].filter((each) => !('lesson' in each) || each.lesson !== forgotten.lesson),
      );
    case 'cells':
      return withoutCell(record, forgotten.lesson, forgotten.id);
    case 'steps':
      return {
        ...record,
        steps: record.steps.filter(
          ({ lesson, step }) => lesson !== forgotten.lesson || step !== forgotten.id,
        ),
      };
    case 'exercises':
    case 'questions': {
      const items = record.items.filter(
        ({ lesson, item }) => lesson !== forgotten.lesson || item !== forgotten.id,
      );
      // An exercise is written in a cell of that name: `exercise/thaw` in `exercise-thaw`.
      return withoutCell({ ...record, items }, forgotten.lesson, forgotten.id.replace('/', '-'));
    }
  }
}

function withoutCell(record: WholeRecord, lesson: string, cell: string): WholeRecord {
  const isOther = (each: { readonly lesson: string; readonly cell: string }) =>
    each.lesson !== lesson || each.cell !== cell;
  return { ...record, cells: record.cells.filter(isOther), edits: record.edits.filter(isOther) };
}
