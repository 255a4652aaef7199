import { describe, expect, it } from 'vitest';
import { parts } from '../../../../src/lessons-runtime/datasets/labelled/parts.ts';
import { splitGroups } from '../../../../src/lessons-runtime/datasets/labelled/split-groups.ts';

const singles = (count: number) => Array.from({ length: count }, (_, place) => `example ${place}`);
const seeds = Array.from({ length: 20 }, (_, seed) => String(seed));

function counts(groups: readonly string[], seed: string): readonly number[] {
  const split = splitGroups(groups, seed);
  return parts.map((part) => split.filter((each) => each === part).length);
}

describe('splitGroups', () => {
  it.each([
    [10, [5, 2, 3]],
    [100, [50, 20, 30]],
    [43, [21, 9, 13]],
    [3, [1, 1, 1]],
    [0, [0, 0, 0]],
  ])('splits %i examples without neighbours into %j', (count, expected) => {
    for (const seed of seeds) expect(counts(singles(count), seed)).toEqual(expected);
  });

  it('puts all examples of a group into one part, and exceeds no share', () => {
    const groups = singles(40).map((group, place) =>
      place % 8 < 3 ? `trio ${Math.floor(place / 8)}` : group,
    );
    for (const seed of seeds) {
      const split = splitGroups(groups, seed);
      for (const group of new Set(groups))
        expect(new Set(split.filter((_, place) => groups[place] === group)).size).toBe(1);
      const [, validation = 0, test = 0] = counts(groups, seed);
      expect(test).toBeLessThanOrEqual(12);
      expect(validation).toBeLessThanOrEqual(8);
      expect(test + validation).toBeGreaterThanOrEqual(18);
    }
  });

  it('is determined by the seed', () => {
    const splits = seeds.map((seed) => splitGroups(singles(40), seed).join());
    expect(splits).toEqual(seeds.map((seed) => splitGroups(singles(40), seed).join()));
    expect(new Set(splits).size).toBe(seeds.length);
  });

  it('does not depend on the order of the examples', () => {
    const groups = singles(30);
    const split = splitGroups(groups, 'any');
    expect(splitGroups(groups.toReversed(), 'any')).toEqual(split.toReversed());
  });

  it('assigns a group that is larger than both shares to training', () => {
    expect(splitGroups(['one', 'one', 'one'], 'any')).toEqual(['train', 'train', 'train']);
  });
});
