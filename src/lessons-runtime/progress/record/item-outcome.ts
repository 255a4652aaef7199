import { firstRight } from '../../quiz/first-try.ts';
import type { ItemRecord } from './record-types.ts';
import { solutionSeen } from './solution-seen.ts';

/** What became of an exercise or a question. */
export interface ItemOutcome {
  /** Those that count: one that broke is our fault. */
  readonly tries: number;
  /** Which of them was the first that was right, from 1; `null` where none was. */
  readonly solvedAt: number | null;
  /** Right at the first try, and without having looked at the solution or, of a bet, at a training. */
  readonly isFirstTry: boolean;
  readonly hints: number;
  readonly solution: 'never' | 'before' | 'after';
  /** How many of the tries came in by import. */
  readonly imported: number;
}

export function outcomeOf(item: ItemRecord): ItemOutcome {
  const tries = item.attempts.filter(({ verdict }) => verdict !== 'broken');
  const place = tries.findIndex(({ verdict }) => verdict === 'correct');
  const solution = solutionSeen(item);
  return {
    tries: tries.length,
    solvedAt: place < 0 ? null : place + 1,
    isFirstTry: firstRight(item.attempts) === 'unseen' && solution !== 'before',
    hints: item.hints,
    solution,
    imported: tries.filter(({ imported }) => imported !== undefined).length,
  };
}

/** The answer to look at: the last one that was right, or the last one there is. */
export function answerOf({ attempts }: ItemRecord): string | null {
  const right = attempts.findLast(({ verdict }) => verdict === 'correct');
  return (right ?? attempts.at(-1))?.answer ?? null;
}
