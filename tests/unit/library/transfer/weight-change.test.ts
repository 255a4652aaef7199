import { describe, expect, it } from 'vitest';
import { relativeChange } from '../../../../src/lessons-runtime/library/transfer/weight-snapshots.ts';

const change = (before: readonly number[], now: readonly number[]) => relativeChange([{ before, now }]);

describe('a relative change', () => {
  it('is ‖w − w₀‖ / ‖w₀‖', () => {
    expect(change([3, 4], [3, 4.5])).toBeCloseTo(0.1);
    expect(change([1, 0], [-1, 0])).toBe(2);
  });

  it('takes a layer’s weights together', () => {
    const parts = [
      { before: [3], now: [3] },
      { before: [4], now: [4.5] },
    ];
    expect(relativeChange(parts)).toBeCloseTo(0.1);
  });

  it('is exactly 0 where nothing changed, of zeros too', () => {
    expect(change([0.1, 0.2], [0.1, 0.2])).toBe(0);
    expect(change([0, 0], [0, 0])).toBe(0);
    expect(relativeChange([])).toBe(0);
  });

  it('has no measure from nothing but zeros, and none for NaN', () => {
    expect(change([0, 0], [1, 0])).toBe(Number.POSITIVE_INFINITY);
    expect(change([1], [Number.NaN])).toBeNaN();
  });
});
