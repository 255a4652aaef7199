import { finalValue, hasShape } from './curve-shape.ts';
import type { CurveCondition } from './question-key.ts';

/** The part of a training by which predictions are scored. */
export interface TrainedCurves {
  readonly outcome: string;
  readonly curves: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** The score of a prediction after a training. */
type CurveScore =
  /** `fitting` is the index of the option that the training matched. */
  | { readonly kind: 'judged'; readonly verdict: 'correct' | 'incorrect'; readonly fitting: number }
  /** The training matched none of the options, so that the prediction is not scored. */
  | { readonly kind: 'none-fits' }
  /** The training was stopped, failed, or had too few epochs. */
  | { readonly kind: 'no-curve' };

const minEpochs = 4;

/**
 * Scores the prediction of a curve. The correct option is the first one whose conditions all hold for the training.
 * @param chosen the index of the predicted option
 */
export function scoreCurve(
  options: readonly (readonly CurveCondition[])[],
  chosen: number,
  training: TrainedCurves,
): CurveScore {
  const epochs = training.curves[0]?.values.length ?? 0;
  if (training.outcome !== 'done' || epochs < minEpochs) return { kind: 'no-curve' };
  const fitting = matchingOption(options, training.curves);
  if (fitting === -1) return { kind: 'none-fits' };
  return { kind: 'judged', verdict: fitting === chosen ? 'correct' : 'incorrect', fitting };
}

/** Returns the index of the first option whose conditions all hold for the curves, -1 if there is none. */
export function matchingOption(
  options: readonly (readonly CurveCondition[])[],
  curves: TrainedCurves['curves'],
): number {
  return options.findIndex((conditions) => conditions.every((condition) => holds(condition, curves)));
}

function holds({ metric, minus, shape, final }: CurveCondition, curves: TrainedCurves['curves']): boolean {
  const values = valuesOf(curves, metric);
  const others = minus === undefined ? null : valuesOf(curves, minus);
  if (values === null || (minus !== undefined && others === null)) return false;
  const curve =
    others === null ? values : values.map((value, epoch) => value - (others[epoch] ?? Number.NaN));
  if (shape !== undefined && !hasShape(curve, shape)) return false;
  if (final === undefined) return true;
  const end = finalValue(curve);
  return end >= final[0] && end <= final[1];
}

function valuesOf(curves: TrainedCurves['curves'], metric: string): readonly number[] | null {
  return curves.find(({ name }) => name === metric)?.values ?? null;
}
