import type { AttemptStage } from '../lesson/attempt-stages.ts';

/** The part of a stored attempt that is used here. */
interface Attempt {
  readonly verdict: string;
  readonly stage: AttemptStage;
}

/**
 * Returns how a question was first answered correctly.
 * @returns `unseen` at the first attempt, without having seen anything of the answer; `seen` after the explanation of another
 *   attempt or, for a bet, after a training; `null` if it was never answered correctly
 */
export function firstRight(attempts: readonly Attempt[]): 'unseen' | 'seen' | null {
  const counted = attempts.filter(({ verdict }) => verdict !== 'broken');
  const index = counted.findIndex(({ verdict }) => verdict === 'correct');
  const correct = counted[index];
  if (correct === undefined) return null;
  return index === 0 && correct.stage !== 'after-training' ? 'unseen' : 'seen';
}
