import type { Advice } from '../../shared/advice.ts';
import type { Advised } from '../../shared/advised.ts';

/** Base class of the runtime's errors that carry advice. Use `adviceOf` to recognize one: each script bundles its own copy. */
export abstract class AdvisedError extends Error implements Advised {
  readonly isAdvised = true;
  readonly advice: string;

  constructor({ what, advice }: Advice) {
    super(what);
    this.advice = advice;
  }
}
