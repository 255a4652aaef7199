import type { Grade } from '../../grading/grade.ts';
import { isEarlyStage } from '../../lesson/attempt-stages.ts';
import type { ExerciseMessage, ExercisePage } from '../../lesson/exercise-page.ts';
import type { Attempt } from '../../progress/record/items-store.ts';
import type { ExerciseWords } from './exercise-words.ts';

/** Creates the attempt that the record stores for a grade. @param at milliseconds since 1970 */
export function createAttempt(grade: Grade, at: number, answer: string): Attempt {
  const { verdict, stage } = grade;
  const attempt = { at, answer, verdict, stage, message: '' };
  if (grade.stage !== 'checked') return attempt;
  const { message, expected, found } = grade;
  return { ...attempt, message, compared: { expected, found } };
}

/**
 * Returns the feedback for a stored attempt. For an attempt that was not checked, `says` is the reason and `tested` is `null`.
 */
export function storedAttemptText(
  { stage, message }: Attempt,
  messages: ExercisePage['messages'],
  words: ExerciseWords,
): { readonly says: string; readonly tested: string | null } {
  if (isEarlyStage(stage)) return { says: words.stages[stage], tested: null };
  return findMessage(message, messages, words);
}

/** Returns the message of a name: the author's, or else one of those that every exercise has. */
export function findMessage(
  name: string,
  messages: ExercisePage['messages'],
  words: ExerciseWords,
): ExerciseMessage {
  const builtIn: Readonly<Record<string, ExerciseMessage>> = words.builtIn;
  return messages[name] ?? builtIn[name] ?? { tested: name, says: '' };
}
