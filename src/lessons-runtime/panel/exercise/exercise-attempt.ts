import type { Grade } from '../../grading/grade.ts';
import { isEarlyStage } from '../../lesson/attempt-stages.ts';
import type { ExerciseMessage, ExercisePage } from '../../lesson/exercise-page.ts';
import type { Attempt } from '../../progress/record/items-store.ts';
import type { ExerciseWords } from './exercise-words.ts';

/** What the record keeps of a try. @param at milliseconds since 1970 */
export function attemptOf(grade: Grade, at: number, answer: string): Attempt {
  const { verdict, stage } = grade;
  const attempt = { at, answer, verdict, stage, message: '' };
  if (grade.stage !== 'checked') return attempt;
  const { message, expected, found } = grade;
  return { ...attempt, message, compared: { expected, found } };
}

/** What a kept try is told with: of one that came to no check, what stood in its way, and nothing that was tested. */
export function earlierText(
  { stage, message }: Attempt,
  messages: ExercisePage['messages'],
  words: ExerciseWords,
): { readonly says: string; readonly tested: string | null } {
  if (isEarlyStage(stage)) return { says: words.stages[stage], tested: null };
  return messageOf(message, messages, words);
}

/** A message by its name: the author's, or one that every exercise has. */
export function messageOf(
  name: string,
  messages: ExercisePage['messages'],
  words: ExerciseWords,
): ExerciseMessage {
  const builtIn: Readonly<Record<string, ExerciseMessage>> = words.builtIn;
  return messages[name] ?? builtIn[name] ?? { tested: name, says: '' };
}
