import type { Advised } from '../../shared/advised.ts';
import type { WordedProblem } from '../kernel-words.ts';

/** An error of the runtime's own that knows what to try. What catches one asks `adviceOf`, never `instanceof`. */
export abstract class AdvisedError extends Error implements Advised {
  readonly isAdvised = true;
  readonly advice: string;

  constructor({ what, advice }: WordedProblem) {
    super(what);
    this.advice = advice;
  }
}
