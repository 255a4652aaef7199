import type { LessonParts } from '../../lesson/lesson-parts.ts';
import { outcomeOf } from '../record/item-outcome.ts';
import { type LessonScore, type Share, totalShare } from '../record/lesson-score.ts';
import type { VerifiedHandIn } from './hand-in-file.ts';

/** The row of a hand-in in the table of a class, computed from its record. */
export interface HandInSummary {
  readonly exercises: Share;
  readonly questions: Share;
  /** The number of exercises and questions correct at the first attempt, without the solution. */
  readonly firstTry: number;
  /** The number of opened hints. */
  readonly hints: number;
  /** The number of exercises whose solution was opened before they were solved. */
  readonly solutions: number;
  /** The number of imported attempts. */
  readonly imported: number;
}

/**
 * Summarizes a hand-in.
 * @param scores the scores of its record, one for each of `lessons`
 * @param lessons the parts of the course's lessons; other items of the record are not counted
 */
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
