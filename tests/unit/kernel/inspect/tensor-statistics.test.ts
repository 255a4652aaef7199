import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../../../src/lessons-runtime/kernel/inspect/tensor-statistics.ts';
import { createRandom } from '../../compile/seeded-random.ts';

describe('statisticsOf', () => {
  it('describes the finite values and counts the others', () => {
    const values = [1, Number.NaN, 3, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
    expect(statisticsOf(values)).toEqual({ range: { min: 1, max: 3, mean: 2 }, nan: 2, infinite: 2 });
    expect(statisticsOf([Number.NaN])).toEqual({ range: null, nan: 1 });
    expect(statisticsOf([])).toEqual({ range: null });
  });

  it('omits the counts of NaN and infinities if they are zero', () => {
    expect(statisticsOf([0.5])).toEqual({ range: { min: 0.5, max: 0.5, mean: 0.5 } });
  });
});

describe('the histogram', () => {
  it('has one bin for each of a few integers', () => {
    expect(statisticsOf([0, 1, 1, 0, 1, 1, 1, 1]).histogram).toEqual([2, 6]);
    expect(statisticsOf([-1, 3, 3, 3, 1, 1, 3, 0]).histogram).toEqual([1, 1, 2, 0, 4]);
  });

  it('is omitted for few values and for equal values', () => {
    expect(statisticsOf([1, 2, 3, 4, 5, 6, 7]).histogram).toBeUndefined();
    expect(statisticsOf(new Float32Array(100).fill(2)).histogram).toBeUndefined();
  });

  it('counts every finite value once, in at most 24 bins of equal width', () => {
    const random = createRandom(3);
    for (let round = 0; round < 200; round++) {
      const scale = 10 ** (random.below(60) - 30);
      const values = Float32Array.from({ length: 8 + random.below(3000) }, () =>
        random.next() < 0.1 ? Number.NaN : (random.next() - 0.3) * scale,
      );
      const { histogram = [], range } = statisticsOf(values);
      const { min, max } = range ?? { min: 0, max: 0 };
      expect(histogram.length).toBeLessThanOrEqual(24);
      const finite = values.filter((value) => !Number.isNaN(value));
      expect(histogram.reduce((sum, count) => sum + count, 0)).toBe(finite.length);
      const width = (max - min) / histogram.length;
      const first = finite.filter((value) => value < min + width * 0.999).length;
      const nearly = finite.filter((value) => value < min + width * 1.001).length;
      expect(histogram[0]).toBeGreaterThanOrEqual(first);
      expect(histogram[0]).toBeLessThanOrEqual(nearly);
    }
  });

  it('supports the widest range of float32', () => {
    const values = Float32Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? -3.4e38 : 3.4e38));
    const { histogram = [] } = statisticsOf(values);
    expect([histogram[0], histogram.at(-1)]).toEqual([5, 5]);
  });
});
