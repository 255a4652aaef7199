import type { AttemptStage } from './attempt-stages.ts';

/** What one of an exercise's messages says, in one language. */
export interface ExerciseMessage {
  /** What was tested. */
  readonly tested: string;
  readonly says: string;
}

/** An exercise as the build writes it into the page, for the script that grades it; its text stands in the page's own markup. */
export interface ExercisePage {
  /** The author's check, a cell of TypeScript. */
  readonly check: string;
  /** By the names that the check gives its rulings. */
  readonly messages: Readonly<Record<string, ExerciseMessage>>;
}

/** The name that an exercise's own cell has on the page and in the store of edits. */
export function exerciseCell(id: string): string {
  return `exercise-${id}`;
}

/** The name of an exercise's record in the store of items. */
export function exerciseItem(id: string): string {
  return `exercise/${id}`;
}

/** So many honest tries open the solution: a try that ran, whose code differs from the one before. */
export const honestTries = 3;

/** The stages before anything runs: what ends there was not much of a try. */
const beforeRunning: readonly AttemptStage[] = ['blanks', 'syntax', 'types'];

/** How many tries were honest. @param tries the code of each and what decided it, oldest first */
export function countHonestTries(
  tries: readonly { readonly answer: string; readonly stage: AttemptStage }[],
): number {
  const ran = tries.filter(({ stage }) => !beforeRunning.includes(stage));
  return ran.filter(({ answer }, place) => answer.trim() !== ran[place - 1]?.answer.trim()).length;
}
