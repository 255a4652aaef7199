import { describe, expect, it } from 'vitest';
import { shuffled, splitSamples } from '../../../src/lessons-runtime/datasets/split-samples.ts';
import { createRandom } from '../compile/seeded-random.ts';

const seeded = (seed: number) => {
  const random = createRandom(seed);
  return () => random.next();
};

describe('shuffled', () => {
  it('holds every place once, in the order that the seed gives', () => {
    const order = shuffled(100, seeded(1));
    expect(order.toSorted((a, b) => a - b)).toEqual([...order.keys()]);
    expect(order).toEqual(shuffled(100, seeded(1)));
    expect(order).not.toEqual(shuffled(100, seeded(2)));
    expect(shuffled(0, seeded(1))).toEqual([]);
  });

  it('puts each place everywhere alike', () => {
    const random = seeded(3);
    const counts = [0, 0, 0, 0];
    for (let round = 0; round < 4000; round += 1) {
      const at = shuffled(4, random).indexOf(0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('splitSamples', () => {
  const labels = [...Array(20).fill(0), ...Array(10).fill(1), ...Array(5).fill(2)] as number[];

  it('gives two parts that complete each other, with the same share of each class', () => {
    const [training, validation] = (['training', 'validation'] as const).map((part) =>
      splitSamples(labels, 0.2, part, seeded(4)),
    );
    expect([...(training ?? []), ...(validation ?? [])].toSorted((a, b) => a - b)).toEqual([
      ...labels.keys(),
    ]);
    const held = (label: number) => validation?.filter((place) => labels[place] === label).length;
    expect([held(0), held(1), held(2)]).toEqual([4, 2, 1]);
  });

  it('holds nothing back where nothing is asked to be', () => {
    expect(splitSamples(labels, 0, 'training', seeded(1))).toHaveLength(35);
    expect(splitSamples(labels, 0, 'validation', seeded(1))).toEqual([]);
  });
});
