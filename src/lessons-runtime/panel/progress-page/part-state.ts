import type { PartKind } from '../../lesson/lesson-parts.ts';
import type { ItemRecord, WholeRecord } from '../../progress/record-types.ts';
import type { ProgressPageWords } from './progress-page-words.ts';

/** What a learner did with one part of a lesson, in words; `null` where they have not touched it. */
export function partState(
  record: WholeRecord,
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

function itemState({ attempts, isSolutionSeen }: ItemRecord, words: ProgressPageWords): string {
  const counted = attempts.filter(({ verdict }) => verdict !== 'broken');
  const right = counted.findIndex(({ verdict }) => verdict === 'correct');
  const tries = counted.length === 0 ? words.unanswered : words.tries(counted.length);
  const state = right < 0 ? tries : words.solved(right + 1);
  return isSolutionSeen ? `${state}, ${words.solutionSeen}` : state;
}
