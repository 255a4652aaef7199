import type { CurveShape } from './question-key.ts';

/** How much of the larger of its ends a curve must change for it to be a change. */
const least = 0.15;

/**
 * Whether a curve does this from its first epoch to its last quarter, of which the mean is taken: single epochs jump.
 * `flat` is a change of at most 15 % of the larger end; `valley` is in between lower than both ends by more than that;
 * `diverges` is a loss that ends above twice its start, or is no number any more.
 */
export function hasShape(values: readonly number[], shape: CurveShape): boolean {
  if (!values.every(Number.isFinite)) return shape === 'diverges';
  const [start = Number.NaN] = values;
  const end = finalValue(values);
  const low = Math.min(...values);
  const step = least * Math.max(Math.abs(start), Math.abs(end));
  switch (shape) {
    case 'rises':
      return end - start > step;
    case 'falls':
      return start - end > step;
    case 'flat':
      return Math.abs(end - start) <= step;
    case 'valley':
      return Math.min(start, end) - low > step;
    case 'diverges':
      return end > 2 * start;
  }
}

/** The mean of the last quarter. */
export function finalValue(values: readonly number[]): number {
  const last = values.slice(-Math.max(1, Math.floor(values.length / 4)));
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}
