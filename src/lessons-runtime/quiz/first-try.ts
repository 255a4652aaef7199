import type { AttemptStage } from '../lesson/attempt-stages.ts';

/** Of what the store keeps of a try, what is read here. */
interface Try {
  readonly verdict: string;
  readonly stage: AttemptStage;
}

/**
 * How a question was first got right: `unseen` at the first try, before there was anything to read or to see of the answer;
 * `seen` after the explanations of another try or, for a bet, after a training; `null` where it was not yet.
 */
export function firstRight(attempts: readonly Try[]): 'unseen' | 'seen' | null {
  const tries = attempts.filter(({ verdict }) => verdict !== 'broken');
  const place = tries.findIndex(({ verdict }) => verdict === 'correct');
  const found = tries[place];
  if (found === undefined) return null;
  return place === 0 && found.stage !== 'after-training' ? 'unseen' : 'seen';
}
