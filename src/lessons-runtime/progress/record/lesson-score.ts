import type { LessonParts, PartKind } from '../../lesson/lesson-parts.ts';
import type { TableName, WholeRecord } from './record-types.ts';

export interface Share {
  readonly done: number;
  readonly of: number;
}

/** How much of a lesson is done. */
export interface LessonScore extends Readonly<Record<PartKind, Share>> {
  readonly lesson: string;
}

/** Where each kind of part has its record, and what makes it done. */
const doneParts: { readonly [Kind in PartKind]: (record: WholeRecord, lesson: string) => readonly string[] } =
  {
    steps: (record, lesson) => of(record, 'steps', lesson).map(({ step }) => step),
    cells: (record, lesson) =>
      of(record, 'cells', lesson)
        .filter(({ wasDone }) => wasDone)
        .map(({ cell }) => cell),
    exercises: solvedItems,
    questions: solvedItems,
  };

/** What a record says of a lesson: cells that ran to their end, exercises and questions that were ever right. */
export function scoreLesson(parts: LessonParts, record: WholeRecord): LessonScore {
  const share = (kind: PartKind): Share => {
    const done = new Set(doneParts[kind](record, parts.lesson));
    return { done: parts[kind].filter((id) => done.has(id)).length, of: parts[kind].length };
  };
  return {
    lesson: parts.lesson,
    steps: share('steps'),
    cells: share('cells'),
    exercises: share('exercises'),
    questions: share('questions'),
  };
}

/** All lessons' shares of a kind together. */
export function totalShare(scores: readonly LessonScore[], kind: PartKind): Share {
  return {
    done: scores.reduce((sum, score) => sum + score[kind].done, 0),
    of: scores.reduce((sum, score) => sum + score[kind].of, 0),
  };
}

function solvedItems(record: WholeRecord, lesson: string): readonly string[] {
  return of(record, 'items', lesson)
    .filter(({ attempts }) => attempts.some(({ verdict }) => verdict === 'correct'))
    .map(({ item }) => item);
}

function of<Table extends Exclude<TableName, 'learner'>>(
  record: WholeRecord,
  table: Table,
  lesson: string,
): WholeRecord[Table][number][] {
  return record[table].filter((each) => each.lesson === lesson);
}
