/** What a curve of a training does, as `curve-shape.ts` tells it. */
export const curveShapes = ['rises', 'falls', 'flat', 'valley', 'diverges'] as const;
export type CurveShape = (typeof curveShapes)[number];

/** What must be true of a training: of one of its curves or, with `minus`, of the distance between two. */
export interface CurveCondition {
  /** As tfjs logs it: `acc`, `val_acc`, `loss`, `val_loss`. */
  readonly metric: string;
  readonly minus?: string | undefined;
  readonly shape?: CurveShape | undefined;
  /** The least and the greatest value at the end. */
  readonly final?: readonly [number, number] | undefined;
}

/** A known wrong number. */
export interface NumericSlip {
  readonly value: number;
  readonly tolerance: number;
}

/** What a question's answers are judged by. Options, steps and pairs are numbered from 0 in their author's order. */
export type QuestionKey =
  | { readonly kind: 'single' | 'multiple'; readonly count: number; readonly right: readonly number[] }
  | {
      readonly kind: 'numeric';
      readonly value: number;
      readonly tolerance: number;
      /** Whether the answer is a share of 1, so that a per cent typed behind it is a hundredth. */
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
      readonly cell: string;
      readonly options: readonly (readonly CurveCondition[])[];
    };

export type QuestionKind = QuestionKey['kind'];

/**
 * What a learner gives: what they typed; the chosen options, ascending; the steps in the order they were put; for each left
 * side, the number of the right side put beside it.
 */
export type Answer = string | readonly number[];
