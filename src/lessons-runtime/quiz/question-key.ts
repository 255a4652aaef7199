/** The shapes of a training curve. `curve-shape.ts` defines them. */
export const curveShapes = ['rises', 'falls', 'flat', 'valley', 'diverges'] as const;
export type CurveShape = (typeof curveShapes)[number];

/** A condition on a training: on one of its curves or, with `minus`, on the difference of two. */
export interface CurveCondition {
  /** The name of the curve in the logs of tfjs: `acc`, `val_acc`, `loss`, `val_loss`. */
  readonly metric: string;
  /** The name of a curve that is subtracted. */
  readonly minus?: string | undefined;
  readonly shape?: CurveShape | undefined;
  /** The least and the greatest final value. */
  readonly final?: readonly [number, number] | undefined;
}

/** A common wrong number that has an explanation of its own. */
export interface NumericSlip {
  readonly value: number;
  readonly tolerance: number;
}

/**
 * The key by which answers to a question are scored. Options, steps and pairs are numbered from 0 in the author's order.
 * `slips` are common wrong answers with an explanation of their own.
 */
export type QuestionKey =
  | { readonly kind: 'single' | 'multiple'; readonly count: number; readonly right: readonly number[] }
  | {
      readonly kind: 'numeric';
      readonly value: number;
      readonly tolerance: number;
      /** Whether the answer is a share of 1, so that a typed percentage is divided by 100. */
      readonly isShare: boolean;
      readonly slips: readonly NumericSlip[];
    }
  | {
      readonly kind: 'text' | 'output';
      readonly accepted: readonly string[];
      readonly slips: readonly (readonly string[])[];
    }
  | { readonly kind: 'ordering' | 'matching'; readonly count: number }
  | {
      readonly kind: 'curve';
      /** The id of the cell whose training decides. */
      readonly cell: string;
      /** The conditions of each option, all of which must hold. */
      readonly options: readonly (readonly CurveCondition[])[];
    };

export type QuestionKind = QuestionKey['kind'];

/**
 * A learner's answer, depending on the type of question: the typed text; the chosen options, ascending; the steps in the chosen
 * order; or for each left side the number of the right side that was chosen.
 */
export type Answer = string | readonly number[];
