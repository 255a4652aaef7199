import { describe, expect, it } from 'vitest';
import { interleave, median, ratio, summarise } from '../../../bench/statistics.ts';

describe('median', () => {
  it('returns the middle value, or the mean of the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([3])).toBe(3);
  });

  it('ignores outliers, sorts numerically and does not change the samples', () => {
    const samples = [100, 9, 10, 11, 5000];
    expect(median(samples)).toBe(11);
    expect(samples).toEqual([100, 9, 10, 11, 5000]);
  });

  it('throws without samples', () => {
    expect(() => median([])).toThrow('no samples');
    expect(() => summarise([])).toThrow('no samples');
  });
});

it('summarise returns median, extremes and count', () => {
  expect(summarise([4, 2, 8])).toEqual({ median: 4, min: 2, max: 8, count: 3 });
});

it('ratio divides the first median by the second', () => {
  expect(ratio([30, 10, 20], [10, 5, 100])).toBe(2);
});

describe('interleave', () => {
  it('samples each contestant once a round and rotates the order', async () => {
    const order: string[] = [];
    const samples = await interleave(['a', 'b', 'c'], 3, async (name, round) => {
      order.push(name);
      return round * 10 + 'abc'.indexOf(name);
    });
    expect(order.join('')).toBe('abcbcacab');
    expect(samples).toEqual({ a: [0, 10, 20], b: [1, 11, 21], c: [2, 12, 22] });
  });

  it('accepts several samples per round', async () => {
    const samples = await interleave(['a'], 2, async (_, round) => [round, round + 0.5]);
    expect(samples.a).toEqual([0, 0.5, 1, 1.5]);
  });
});
