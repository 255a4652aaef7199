import { firstRight } from '../../quiz/first-try.ts';
import type { ItemRecord } from './record-types.ts';
import { solutionSeen } from './solution-seen.ts';

/** The results of an exercise or a question. */
interface ItemOutcome {
  /** The number of attempts, without those whose check failed to run (`broken`). */
  readonly tries: number;
  /** The position of the first correct attempt, from 1; `null` if there is none. */
  readonly solvedAt: number | null;
  /** Whether the first attempt was correct and made before seeing the solution or, for a bet, a training. */
  readonly isFirstTry: boolean;
  /** The number of opened hints. */
  readonly hints: number;
  /** Whether the solution was opened, and whether that was before the item was solved. */
  readonly solution: 'never' | 'before' | 'after';
  /** The number of attempts that were imported. */
  readonly imported: number;
}

/** Summarizes the attempts at an item. */
export function outcomeOf(item: ItemRecord): ItemOutcome {
  const tries = item.attempts.filter(({ verdict }) => verdict !== 'broken');
  const index = tries.findIndex(({ verdict }) => verdict === 'correct');
  const solution = solutionSeen(item);
  return {
    tries: tries.length,
    solvedAt: index < 0 ? null : index + 1,
    isFirstTry: firstRight(item.attempts) === 'unseen' && solution !== 'before',
    hints: item.hints,
    solution,
    imported: tries.filter(({ imported }) => imported !== undefined).length,
  };
}

/** Returns the last correct answer, else the last answer, else `null`. */
export function answerOf({ attempts }: ItemRecord): string | null {
  const correct = attempts.findLast(({ verdict }) => verdict === 'correct');
  return (correct ?? attempts.at(-1))?.answer ?? null;
}
