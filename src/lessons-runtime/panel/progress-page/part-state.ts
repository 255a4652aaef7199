import type { PartKind } from '../../lesson/lesson-parts.ts';
import { outcomeOf } from '../../progress/record/item-outcome.ts';
import type { ItemRecord, RecordTables } from '../../progress/record/record-types.ts';
import type { ProgressPageWords } from './progress-page-words.ts';

/** Describes what a learner did with one part of a lesson; `null` if they did nothing. */
export function partState(
  record: RecordTables,
  { lesson, kind, id }: { readonly lesson: string; readonly kind: PartKind; readonly id: string },
  words: ProgressPageWords,
): string | null {
  const here = (each: { readonly lesson: string }) => each.lesson === lesson;
  switch (kind) {
    case 'steps':
      return record.steps.some((each) => here(each) && each.step === id) ? words.taken : null;
    case 'cells': {
      const ran = record.cells.find((each) => here(each) && each.cell === id);
      const isEdited = record.edits.some((each) => here(each) && each.cell === id);
      if (ran === undefined && !isEdited) return null;
      const { untouched, done, failed, edited } = words.cellStates;
      const run = ran === undefined ? untouched : ran.wasDone ? done : failed;
      return isEdited ? `${run}, ${edited}` : run;
    }
    case 'exercises':
    case 'questions': {
      const item = record.items.find((each) => here(each) && each.item === id);
      const isWritten = record.edits.some((each) => here(each) && each.cell === id.replace('/', '-'));
      if (item === undefined) return isWritten ? words.cellStates.edited : null;
      return itemState(item, words);
    }
  }
}

/** Describes the result of an exercise or a question, and whether its solution was seen before or after solving it. */
export function itemState(item: ItemRecord, words: ProgressPageWords): string {
  const { tries, solvedAt, isFirstTry, solution } = outcomeOf(item);
  const unsolved = tries === 0 ? words.unanswered : words.tries(tries);
  const hasSeen = solvedAt === 1 && !isFirstTry && solution !== 'before';
  const solved = hasSeen ? words.solvedHavingSeen : words.solved(solvedAt ?? 0);
  const state = solvedAt === null ? unsolved : solved;
  return solution === 'never' ? state : `${state}, ${words.solutionSeen[solution]}`;
}
