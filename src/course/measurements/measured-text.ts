import { formatFor } from '../../lessons-runtime/shared/format.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';
import {
  compareRows,
  deviationOf,
  findRow,
  type MeasuredRow,
  meanOf,
  type PairedDifference,
  type RowName,
} from './measurements.ts';

/** What a lesson's text shows of a row. */
const measuredForms = ['recall', 'gain', 'wins', 'splits'] as const;

/**
 * The attributes of `<Measured>` in a lesson's text:
 * - `target`: a pair of classes, for example `landscapes`
 * - `base`, `strategy`: the row
 * - `perClass`: training examples of each class; default 10
 * - `minus`: the strategy, of the same base or of `minusBase`, that `gain` and `wins` compare with
 * - `form`: default `gain` with `minus`, otherwise `recall`
 */
export const measuredAttributes = [
  'target',
  'base',
  'strategy',
  'perClass',
  'minus',
  'minusBase',
  'form',
] as const;
export type MeasuredAttributes = Readonly<
  Partial<Record<(typeof measuredAttributes)[number], string | null | undefined>>
>;

/**
 * Formats a measured figure for a lesson's text.
 * - `recall`: the mean and the standard deviation of the mean recalls in percent: `82,4 ± 3,9`
 * - `gain`: the mean difference to another row in points and its standard error: `+1,9 ± 0,7`
 * - `wins`: in how many splits the row is better than the other one
 * - `splits`: the number of splits
 * @throws if there is no such row or form, or `gain` or `wins` without `minus`
 */
export function measuredText(
  rows: readonly MeasuredRow[],
  { target, base, strategy, perClass, minus, minusBase, form }: MeasuredAttributes,
  language: Language,
): string {
  const name: RowName = {
    target: target ?? '',
    base: base ?? '',
    strategy: strategy ?? '',
    perClass: Number(perClass ?? 10),
  };
  const row = findRow(rows, name);
  const format = formatFor(language);
  switch (form ?? (minus ? 'gain' : 'recall')) {
    case 'splits':
      return format.count(row.recalls.length);
    case 'recall':
      return `${format.fixed(meanOf(row.recalls), 1)} ± ${format.fixed(deviationOf(row.recalls), 1)}`;
    case 'gain':
      return gainText(compareRows(row, otherRow()), language);
    case 'wins':
      return format.count(compareRows(row, otherRow()).wins);
    default:
      throw new Error(`expected the form ${measuredForms.join(', ')}, found ${form}`);
  }

  function otherRow(): MeasuredRow {
    if (!minus) throw new Error(`the form ${form} needs the attribute minus`);
    return findRow(rows, { ...name, base: minusBase ?? name.base, strategy: minus });
  }
}

/** Formats a difference with its sign and its standard error: `−2.6 ± 1.1`. */
export function gainText({ mean, standardError }: PairedDifference, language: Language): string {
  const format = formatFor(language);
  const rounded = format.fixed(Math.abs(mean), 1);
  const sign = mean < 0 && Number(Math.abs(mean).toFixed(1)) > 0 ? '−' : '+';
  return `${sign}${rounded} ± ${format.fixed(standardError, 1)}`;
}
