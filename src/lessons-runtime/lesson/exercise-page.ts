import type { AttemptStage } from './attempt-stages.ts';

/** A message of an exercise, in one language. */
export interface ExerciseMessage {
  /** What was tested. */
  readonly tested: string;
  /** What the learner is told. */
  readonly says: string;
}

/** The data of an exercise that the build embeds in the page for grading. Its text is part of the page's markup. */
export interface ExercisePage {
  /** The author's check, as the TypeScript code of a cell. */
  readonly check: string;
  /** The author's messages, by the key in the check's ruling. */
  readonly messages: Readonly<Record<string, ExerciseMessage>>;
}

/** Returns the id of an exercise's cell on the page and in the table of edits. */
export function exerciseCell(id: string): string {
  return `exercise-${id}`;
}

/** Returns the id of an exercise in the table of items. */
export function exerciseItem(id: string): string {
  return `exercise/${id}`;
}

/** The number of honest attempts that unlock the solution. An honest attempt ran, with code that differs from the last. */
export const honestTries = 3;

/** The stages before the code runs. An attempt that ends in one of them is not honest. */
const beforeRunning: readonly AttemptStage[] = ['blanks', 'syntax', 'types'];

/** Counts the honest attempts. @param tries the code and the stage of each attempt, oldest first */
export function countHonestTries(
  tries: readonly { readonly answer: string; readonly stage: AttemptStage }[],
): number {
  const ran = tries.filter(({ stage }) => !beforeRunning.includes(stage));
  return ran.filter(({ answer }, index) => answer.trim() !== ran[index - 1]?.answer.trim()).length;
}
