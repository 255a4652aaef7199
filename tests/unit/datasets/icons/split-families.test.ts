import { describe, expect, it } from 'vitest';
import {
  splitIcons,
  validationFamilies,
} from '../../../../src/lessons-runtime/datasets/icons/choose-examples.ts';
import { interleaveFamilies } from '../../../../src/lessons-runtime/datasets/icons/interleave.ts';
import { splitFamilies } from '../../../../src/lessons-runtime/datasets/icons/split-families.ts';
import { readPublishedIcons } from '../../../support/published-icons.ts';

const manifest = readPublishedIcons();
const familyOf = new Map(manifest.sets.map(({ id, family }) => [id, family]));
const members = manifest.classes.map(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? ''));
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

describe('the split by designer', () => {
  it.each(seeds)('keeps 35 to 45 %% of each class for validation under seed %i', (seed) => {
    const kept = validationFamilies(manifest, seed);
    for (const families of members) {
      const part = families.filter((family) => kept.has(family)).length / families.length;
      expect(part).toBeGreaterThanOrEqual(0.35);
      expect(part).toBeLessThanOrEqual(0.45);
    }
  });

  it.each(seeds)('has nobody on both sides under seed %i', (seed) => {
    const kept = validationFamilies(manifest, seed);
    for (const { icons } of manifest.classes) {
      const drawn = icons.map(({ id, set }) => ({
        id,
        family: familyOf.get(set) ?? '',
        sprite: { shape: new Uint8Array(), colours: null },
      }));
      const { train, validation } = splitIcons(drawn, kept, 'any');
      const learnt = new Set(train.map(({ family }) => family));
      expect(validation.filter(({ family }) => learnt.has(family))).toEqual([]);
      expect(train.length + validation.length).toBe(icons.length);
      expect(train.length).toBeGreaterThanOrEqual(17);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const splits = seeds.map((seed) => [...splitFamilies(members, seed)].sort().join());
    expect(splits).toEqual(seeds.map((seed) => [...splitFamilies(members, seed)].sort().join()));
    expect(new Set(splits).size).toBe(seeds.length);
  });

  it('gives what it can where one family drew everything', () => {
    expect(splitFamilies([['one', 'one'], ['one']], 0).size).toBe(0);
  });
});

describe('interleaveFamilies', () => {
  const icons = ['a', 'a', 'a', 'b', 'b', 'c'].map((family, id) => ({ family, id }));

  it('takes one of each family before a second of any', () => {
    const order = interleaveFamilies(icons, 'seed').map(({ family }) => family);
    expect(order.slice(0, 3).sort()).toEqual(['a', 'b', 'c']);
    expect(order.slice(3, 5).sort()).toEqual(['a', 'b']);
    expect(order[5]).toBe('a');
  });

  it('loses nothing and is another order for another seed', () => {
    const orders = ['1', '2', '3', '4', '5'].map((seed) =>
      interleaveFamilies(icons, seed).map(({ id }) => id),
    );
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
  });
});
