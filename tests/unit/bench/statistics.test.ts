import { describe, expect, it } from 'vitest';
import { interleave, median, ratio, summarise } from '../../../bench/statistics.ts';

describe('the median', () => {
  it('is the value in the middle, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([3])).toBe(3);
  });

  it('does not mind one wild sample, sorts by size and leaves the samples alone', () => {
    const samples = [100, 9, 10, 11, 5000];
    expect(median(samples)).toBe(11);
    expect(samples).toEqual([100, 9, 10, 11, 5000]);
  });

  it('of nothing is an error', () => {
    expect(() => median([])).toThrow('no samples');
    expect(() => summarise([])).toThrow('no samples');
  });
});

it('a summary has the median between the extremes', () => {
  expect(summarise([4, 2, 8])).toEqual({ median: 4, min: 2, max: 8, count: 3 });
});

it('a ratio is ours by bare', () => {
  expect(ratio([30, 10, 20], [10, 5, 100])).toBe(2);
});

describe('interleaving', () => {
  it('takes each contestant once a round, and another one first in every round', async () => {
    const order: string[] = [];
    const samples = await interleave(['a', 'b', 'c'], 3, async (name, round) => {
      order.push(name);
      return round * 10 + 'abc'.indexOf(name);
    });
    expect(order.join('')).toBe('abcbcacab');
    expect(samples).toEqual({ a: [0, 10, 20], b: [1, 11, 21], c: [2, 12, 22] });
  });

  it('takes several samples of a round together', async () => {
    const samples = await interleave(['a'], 2, async (_, round) => [round, round + 0.5]);
    expect(samples.a).toEqual([0, 0.5, 1, 1.5]);
  });
});
