import type { LessonParts } from '../../lesson/lesson-parts.ts';
import { outcomeOf } from '../record/item-outcome.ts';
import { type LessonScore, type Share, totalShare } from '../record/lesson-score.ts';
import type { VerifiedHandIn } from './hand-in-file.ts';

/** A hand-in in one line, computed from the record in it. */
export interface HandInSummary {
  readonly exercises: Share;
  readonly questions: Share;
  /** Exercises and questions right at the first try, without the solution. */
  readonly firstTry: number;
  readonly hints: number;
  /** Exercises whose solution was opened before they were solved. */
  readonly solutions: number;
  /** Tries that came in by import. */
  readonly imported: number;
}

/** @param scores of the record, by `lessons`, what the course has to do */
export function summarize(
  { record }: VerifiedHandIn,
  scores: readonly LessonScore[],
  lessons: readonly LessonParts[],
): HandInSummary {
  const known = new Set(
    lessons.flatMap(({ lesson, exercises, questions }) =>
      [...exercises, ...questions].map((id) => `${lesson}/${id}`),
    ),
  );
  const outcomes = record.items.filter(({ lesson, item }) => known.has(`${lesson}/${item}`)).map(outcomeOf);
  return {
    exercises: totalShare(scores, 'exercises'),
    questions: totalShare(scores, 'questions'),
    firstTry: outcomes.filter(({ isFirstTry }) => isFirstTry).length,
    hints: outcomes.reduce((sum, { hints }) => sum + hints, 0),
    solutions: outcomes.filter(({ solution }) => solution === 'before').length,
    imported: outcomes.reduce((sum, { imported }) => sum + imported, 0),
  };
}
