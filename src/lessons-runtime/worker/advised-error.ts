import type { WordedProblem } from './words.ts';

/** An error of the runtime's own that knows what to try. */
export abstract class AdvisedError extends Error {
  readonly advice: string;

  constructor({ what, advice }: WordedProblem) {
    super(what);
    this.advice = advice;
  }
}
