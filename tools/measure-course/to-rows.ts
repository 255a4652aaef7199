import type { MeasuredRow } from '../../src/course/measurements/measurements.ts';
import { type UnitResult, unitKey } from './results-file.ts';
import type { TargetName } from './targets.ts';
import { mainCount, planUnits } from './units.ts';

/** The order of the rows of a target: first without a base, then by base in the order of measuring. */
interface Cell {
  readonly inputSize: number;
  readonly base: string;
  readonly strategy: string;
  /** By split. */
  readonly scores: Map<
    number,
    { readonly test: number; readonly validation: number; readonly seconds: number }
  >;
}

/**
 * Converts the results of the targets that are measured completely to rows. The recalls of a row are in the order of the
 * splits, without gaps from split 0 on.
 */
export function toRows(results: readonly UnitResult[]): readonly MeasuredRow[] {
  const byKey = new Map(results.map((result) => [unitKey(result.unit), result]));
  const planned = planUnits();
  const targets = [...new Set(planned.map(({ target }) => target))].filter((target) =>
    planned.every((unit) => unit.target !== target || byKey.has(unitKey(unit))),
  );
  return targets.flatMap((target) => {
    const counts = [
      ...new Set(planned.flatMap((unit) => (unit.target === target ? [unit.perClass] : []))),
    ].sort((one, other) => rank(one) - rank(other));
    return counts.flatMap((perClass) => {
      const units = planned.filter((unit) => unit.target === target && unit.perClass === perClass);
      return rowsOf(
        target,
        perClass,
        units.flatMap((unit) => byKey.get(unitKey(unit)) ?? []),
      );
    });
  });
}

/** The number of examples of the main table comes first. */
function rank(perClass: number): number {
  return perClass === mainCount ? 0 : perClass;
}

function rowsOf(
  target: TargetName,
  perClass: number,
  results: readonly UnitResult[],
): readonly MeasuredRow[] {
  const cells = new Map<string, Cell>();
  for (const { unit, measurements } of results.toSorted((one, other) => one.unit.split - other.unit.split))
    for (const { base, strategy, inputSize, test, validation, seconds } of measurements) {
      const key = `${base} ${strategy} ${inputSize}`;
      const cell = cells.get(key) ?? { inputSize, base, strategy, scores: new Map() };
      cells.set(key, cell);
      cell.scores.set(unit.split, { test, validation, seconds });
    }
  return [...cells.values()].map(({ inputSize, base, strategy, scores }) => {
    const inOrder = Array.from({ length: scores.size }, (_, split) => {
      const found = scores.get(split);
      if (found === undefined) throw new Error(`${target} ${base} ${strategy} has no split ${split}`);
      return found;
    });
    return {
      target,
      inputSize,
      perClass,
      base,
      strategy,
      recalls: inOrder.map(({ test }) => rounded(100 * test, 2)),
      validationRecalls: inOrder.map(({ validation }) => rounded(100 * validation, 2)),
      seconds: rounded(median(inOrder.map(({ seconds }) => seconds)), 1),
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
