import type { LessonParts, PartKind } from '../../lesson/lesson-parts.ts';
import type { RecordTables, TableName } from './record-types.ts';
import { solvedItems } from './solved-items.ts';

/** How many of how many parts are done. */
export interface Share {
  readonly done: number;
  readonly of: number;
}

/** How much of a lesson is done, by the type of its parts. */
export interface LessonScore extends Readonly<Record<PartKind, Share>> {
  readonly lesson: string;
}

/** Return the ids of the parts that are done, by the type of part. */
const doneParts: {
  readonly [Kind in PartKind]: (record: RecordTables, lesson: string) => readonly string[];
} = {
  steps: (record, lesson) => rowsOf(record, 'steps', lesson).map(({ step }) => step),
  cells: (record, lesson) =>
    rowsOf(record, 'cells', lesson)
      .filter(({ wasDone }) => wasDone)
      .map(({ cell }) => cell),
  exercises: (record, lesson) => [...solvedItems(record.items, lesson)],
  questions: (record, lesson) => [...solvedItems(record.items, lesson)],
};

/** Counts the parts of a lesson that are done: cells that ever completed, exercises and questions ever answered correctly. */
export function scoreLesson(parts: LessonParts, record: RecordTables): LessonScore {
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

/** Sums the shares of all lessons for one type of part. */
export function totalShare(scores: readonly LessonScore[], kind: PartKind): Share {
  return {
    done: scores.reduce((sum, score) => sum + score[kind].done, 0),
    of: scores.reduce((sum, score) => sum + score[kind].of, 0),
  };
}

function rowsOf<Table extends Exclude<TableName, 'drawings' | 'learner'>>(
  record: RecordTables,
  table: Table,
  lesson: string,
): RecordTables[Table][number][] {
  return record[table].filter((each) => each.lesson === lesson);
}
