import type { Format } from '../../shared/format.ts';

/** What the numbers along an axis are: shares of 1 (probabilities, accuracies), whole numbers, or other numbers. */
export type ValueKind = 'share' | 'count' | 'number';

/** Names of metrics and labels in both languages. `acc` is the name that tfjs gives to the metric `accuracy`. */
const shareNames =
  /(?:^|[^a-z])acc(?:$|[^a-z])|accurac|exactitud|aciert|probabili|precisi[oó]n|recall|exhaustividad|^\s*p\s*$/i;

/** Float32 accuracies can exceed 1 a little. */
const slack = 1e-6;

/** Whether a metric or a label names a probability or an accuracy. */
export function namesShare(name: string): boolean {
  return shareNames.test(name);
}

/**
 * Returns what some numbers are. They are shares if a name says so and none is outside of 0 to 1; NaN and the infinities do
 * not count.
 * @param names the names of the series, or the label of the axis
 */
export function valueKind(names: readonly string[], values: readonly number[]): ValueKind {
  const { isWithinOne, isWhole } = rangeOf(values);
  if (isWithinOne && names.length > 0 && names.every(namesShare)) return 'share';
  return isWhole ? 'count' : 'number';
}

/** Returns what the values of lines over one axis are, of which the names of the lines or the label of the axis tell. */
export function linesKind(names: readonly string[], label: string, values: readonly number[]): ValueKind {
  const kind = valueKind(names, values);
  return kind === 'share' ? kind : valueKind([label], values);
}

/** Returns what the values of bars are. Without a label, they are shares if they add up to 1, as all probabilities do. */
export function barKind(label: string, values: readonly number[]): ValueKind {
  const sum = values.reduce((total, value) => total + value, 0);
  const { isWithinOne, isWhole } = rangeOf(values);
  if (label === '' && isWithinOne && !isWhole && Math.abs(sum - 1) < 0.005) return 'share';
  return valueKind([label], values);
}

/** Returns what the cells of a confusion matrix are: numbers of examples, or their shares. */
export function matrixKind(values: readonly number[]): ValueKind {
  const { isWithinOne, isWhole } = rangeOf(values);
  if (isWhole) return 'count';
  return isWithinOne ? 'share' : 'number';
}

function rangeOf(values: readonly number[]): { readonly isWithinOne: boolean; readonly isWhole: boolean } {
  let isWithinOne = true;
  let isWhole = true;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    isWithinOne &&= value >= -slack && value <= 1 + slack;
    isWhole &&= Number.isInteger(value);
  }
  return { isWithinOne, isWhole };
}

/** Formats a number: a share as a percentage. */
export function valueText(kind: ValueKind, value: number, format: Format): string {
  return kind === 'share' && Number.isFinite(value) ? format.percent(value) : format.number(value);
}
