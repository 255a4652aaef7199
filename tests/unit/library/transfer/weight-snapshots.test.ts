import { describe, expect, it } from 'vitest';
import { relativeChange } from '../../../../src/lessons-runtime/library/transfer/weight-snapshots.ts';

const change = (before: readonly number[], now: readonly number[]) => relativeChange([{ before, now }]);

describe('relativeChange', () => {
  it('returns ‖w − w₀‖ / ‖w₀‖', () => {
    expect(change([3, 4], [3, 4.5])).toBeCloseTo(0.1);
    expect(change([1, 0], [-1, 0])).toBe(2);
  });

  it('treats all weights of a layer as one vector', () => {
    const parts = [
      { before: [3], now: [3] },
      { before: [4], now: [4.5] },
    ];
    expect(relativeChange(parts)).toBeCloseTo(0.1);
  });

  it('returns exactly 0 if nothing changed, for zeros too', () => {
    expect(change([0.1, 0.2], [0.1, 0.2])).toBe(0);
    expect(change([0, 0], [0, 0])).toBe(0);
    expect(relativeChange([])).toBe(0);
  });

  it('returns Infinity if all were zeros, and NaN for NaN', () => {
    expect(change([0, 0], [1, 0])).toBe(Number.POSITIVE_INFINITY);
    expect(change([1], [Number.NaN])).toBeNaN();
  });
});
