import type { Position } from '../compile/source/lines.ts';
import type { EarlyStage } from '../lesson/attempt-stages.ts';
import type { Advice } from '../shared/advice.ts';
import type { Ruling } from './ruling.ts';

/** The result of an attempt at an exercise. */
export type Grade =
  /** The attempt ended before the check: the code has blanks, does not compile, threw an error or took too long. */
  | ({
      readonly verdict: 'incorrect';
      readonly stage: EarlyStage;
      /** The place of the error in the learner's code. */
      readonly place?: Position;
    } & Advice)
  /** The author's check ran. */
  | ({ readonly stage: 'checked' } & Ruling)
  /** The check failed to run. The attempt does not count. */
  | ({
      readonly verdict: 'broken';
      readonly stage: 'broken';
      /** The error message, for the author of the check. */
      readonly reason: string;
    } & Advice);
