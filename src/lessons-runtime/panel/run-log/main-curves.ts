import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { namesShare } from '../chart/value-kinds.ts';

type Curve = LoggedRun['curves'][number];

/** The curves that tell most about a training: those of its accuracy, otherwise of its loss. */
export interface MainCurves {
  readonly training: Curve | null;
  readonly validation: Curve | null;
  /** Whether the values are shares of 1. */
  readonly areShares: boolean;
}

/** Returns the main curves of a training; `null` if it has none, or completed no epoch. */
export function mainCurves({ curves, epoch }: LoggedRun): MainCurves | null {
  if (epoch.length === 0) return null;
  const isValidation = ({ name }: Curve): boolean => name.startsWith('val_');
  const shares = curves.filter(({ name }) => namesShare(name));
  const [first] = shares.length > 0 ? shares : curves;
  if (first === undefined) return null;
  const metric = first.name.replace(/^val_/, '');
  const same = curves.filter(({ name }) => name.replace(/^val_/, '') === metric);
  return {
    training: same.find((curve) => !isValidation(curve)) ?? null,
    validation: same.find(isValidation) ?? null,
    areShares: shares.length > 0,
  };
}
