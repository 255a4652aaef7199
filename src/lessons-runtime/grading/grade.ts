import type { Position } from '../compile/compile-cell.ts';
import type { EarlyStage } from '../lesson/attempt-stages.ts';
import type { Advice } from '../shared/advice.ts';
import type { Ruling } from './ruling.ts';

/** What a try at an exercise came to. */
export type Grade =
  | ({
      readonly verdict: 'incorrect';
      readonly stage: EarlyStage;
      /** In the learner's code. */
      readonly place?: Position;
    } & Advice)
  /** It ran, and the author's check looked at it. */
  | ({ readonly stage: 'checked' } & Ruling)
  /** Our fault: it counts against nobody. */
  | ({
      readonly verdict: 'broken';
      readonly stage: 'broken';
      /** For the author of the check. */
      readonly reason: string;
    } & Advice);
