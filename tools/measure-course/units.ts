import { type TargetName, targets } from './targets.ts';

/** One split of one target with a number of examples: the smallest piece of work that is stored. */
export interface Unit {
  readonly target: TargetName;
  readonly perClass: number;
  /** Seed of the split, of the choice of examples and of all random numbers. */
  readonly split: number;
}

/** The number of examples per class with which all strategies are measured. */
export const mainCount = 10;
/** Splits with which all strategies are measured. */
export const completeSplits = 10;
/** Splits with which other numbers of examples are measured. */
const sizeSplits = 10;

/**
 * Returns all units of work. Those of the first splits come first, so that a table with fewer splits is complete early.
 */
export function planUnits(): readonly Unit[] {
  const names = Object.keys(targets) as TargetName[];
  const units = names.flatMap((target) => {
    const { perClass, splits } = targets[target];
    return perClass.flatMap((count) =>
      Array.from({ length: count === mainCount ? splits : sizeSplits }, (_, split) => ({
        target,
        perClass: count,
        split,
      })),
    );
  });
  return units.sort((one, other) => one.split - other.split || one.perClass - other.perClass);
}
