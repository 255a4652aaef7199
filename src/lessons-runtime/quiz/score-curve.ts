import { finalValue, hasShape } from './curve-shape.ts';
import type { CurveCondition } from './question-key.ts';

/** Of a training, what a guess is judged by. */
export interface TrainedCurves {
  readonly outcome: string;
  readonly curves: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A guess beside the training that came after it. */
type CurveScore =
  | { readonly kind: 'judged'; readonly verdict: 'correct' | 'incorrect'; readonly fitting: number }
  /** The training did what none of the options says: nobody was wrong. */
  | { readonly kind: 'none-fits' }
  /** Stopped, failed, or of too few epochs for a curve. */
  | { readonly kind: 'no-curve' };

const fewestEpochs = 4;

/** Which option a training bears out: the first of which every condition holds. */
export function scoreCurve(
  options: readonly (readonly CurveCondition[])[],
  chosen: number,
  training: TrainedCurves,
): CurveScore {
  const epochs = training.curves[0]?.values.length ?? 0;
  if (training.outcome !== 'done' || epochs < fewestEpochs) return { kind: 'no-curve' };
  const fitting = matchingOption(options, training.curves);
  if (fitting === -1) return { kind: 'none-fits' };
  return { kind: 'judged', verdict: fitting === chosen ? 'correct' : 'incorrect', fitting };
}

/** The first option of which every condition holds for the curves, or -1. */
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
  const told = others === null ? values : values.map((value, epoch) => value - (others[epoch] ?? Number.NaN));
  if (shape !== undefined && !hasShape(told, shape)) return false;
  if (final === undefined) return true;
  const end = finalValue(told);
  return end >= final[0] && end <= final[1];
}

function valuesOf(curves: TrainedCurves['curves'], metric: string): readonly number[] | null {
  return curves.find(({ name }) => name === metric)?.values ?? null;
}
