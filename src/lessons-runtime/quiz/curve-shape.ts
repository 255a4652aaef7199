import type { CurveShape } from './question-key.ts';

/** The least change of a curve that counts as one, as a share of the larger of its ends. */
const minChange = 0.15;

/**
 * Whether a curve has a shape. Its ends are the first epoch and the mean of the last quarter, because single epochs vary.
 * `flat`: the ends differ by at most 15 % of the larger one. `valley`: the minimum is lower than both ends by more than that.
 * `diverges`: it ends above twice its start, or contains NaN or an infinity.
 * @param values the value of each epoch
 */
export function hasShape(values: readonly number[], shape: CurveShape): boolean {
  if (!values.every(Number.isFinite)) return shape === 'diverges';
  const [start = Number.NaN] = values;
  const end = finalValue(values);
  const low = Math.min(...values);
  const step = minChange * Math.max(Math.abs(start), Math.abs(end));
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

/** Returns the mean of the last quarter of a curve. */
export function finalValue(values: readonly number[]): number {
  const last = values.slice(-Math.max(1, Math.floor(values.length / 4)));
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}
