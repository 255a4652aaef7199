import type { WordedProblem } from '../words.ts';

/** A training that cannot begin, with its own advice. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
  readonly advice: string;

  constructor({ what, advice }: WordedProblem) {
    super(what);
    this.advice = advice;
  }
}
