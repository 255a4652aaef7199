import type { Advice } from '../../shared/advice.ts';
import type { Advised } from '../../shared/advised.ts';

/** An error of the runtime's own that knows what to try. What catches one asks `adviceOf`, never `instanceof`. */
export abstract class AdvisedError extends Error implements Advised {
  readonly isAdvised = true;
  readonly advice: string;

  constructor({ what, advice }: Advice) {
    super(what);
    this.advice = advice;
  }
}
