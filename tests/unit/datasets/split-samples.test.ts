import { describe, expect, it } from 'vitest';
import { shuffled } from '../../../src/lessons-runtime/datasets/shuffled.ts';
import { splitSamples } from '../../../src/lessons-runtime/datasets/split-samples.ts';
import { createRandom } from '../compile/seeded-random.ts';

const seeded = (seed: number) => {
  const random = createRandom(seed);
  return () => random.next();
};

describe('shuffled', () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('returns every item once, in an order that the random numbers determine', () => {
    const order = shuffled(items(100), seeded(1));
    expect(order.toSorted((a, b) => a - b)).toEqual(items(100));
    expect(order).toEqual(shuffled(items(100), seeded(1)));
    expect(order).not.toEqual(shuffled(items(100), seeded(2)));
    expect(shuffled([], seeded(1))).toEqual([]);
  });

  it('places an item at every index with equal probability', () => {
    const random = seeded(3);
    const counts = [0, 0, 0, 0];
    for (let round = 0; round < 4000; round += 1) {
      const at = shuffled(items(4), random).indexOf(0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('splitSamples', () => {
  const labels = [...Array(20).fill(0), ...Array(10).fill(1), ...Array(5).fill(2)] as number[];

  it('returns disjoint subsets with the same share of each class', () => {
    const [training, validation] = (['training', 'validation'] as const).map((subset) =>
      splitSamples(labels, 0.2, subset, seeded(4)),
    );
    expect([...(training ?? []), ...(validation ?? [])].toSorted((a, b) => a - b)).toEqual([
      ...labels.keys(),
    ]);
    const counts = [0, 1, 2].map((label) => validation?.filter((index) => labels[index] === label).length);
    expect(counts).toEqual([4, 2, 1]);
  });

  it('returns an empty validation subset for a share of 0', () => {
    expect(splitSamples(labels, 0, 'training', seeded(1))).toHaveLength(35);
    expect(splitSamples(labels, 0, 'validation', seeded(1))).toEqual([]);
  });
});
