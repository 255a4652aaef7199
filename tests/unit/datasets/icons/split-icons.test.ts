import { describe, expect, it } from 'vitest';
import { interleaveFamilies } from '../../../../src/lessons-runtime/datasets/icons/interleave-families.ts';
import { splitFamilies } from '../../../../src/lessons-runtime/datasets/icons/split-families.ts';
import {
  splitIcons,
  validationFamilies,
} from '../../../../src/lessons-runtime/datasets/icons/split-icons.ts';
import { readPublishedIcons } from '../../../support/published-icons.ts';

const manifest = readPublishedIcons();
const familyOf = new Map(manifest.sets.map(({ id, family }) => [id, family]));
const members = manifest.classes.map(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? ''));
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

describe('the split by designer', () => {
  it.each(seeds)('assigns 35 to 45 %% of each class to validation with seed %i', (seed) => {
    const selected = validationFamilies(manifest, seed);
    for (const families of members) {
      const share = families.filter((family) => selected.has(family)).length / families.length;
      expect(share).toBeGreaterThanOrEqual(0.35);
      expect(share).toBeLessThanOrEqual(0.45);
    }
  });

  it.each(seeds)('has no designer in both subsets with seed %i', (seed) => {
    const selected = validationFamilies(manifest, seed);
    for (const { icons } of manifest.classes) {
      const drawn = icons.map(({ id, set }) => ({
        id,
        family: familyOf.get(set) ?? '',
        sprite: { shape: new Uint8Array(), colours: null },
      }));
      const { train, validation } = splitIcons(drawn, selected, 'any');
      const trainFamilies = new Set(train.map(({ family }) => family));
      expect(validation.filter(({ family }) => trainFamilies.has(family))).toEqual([]);
      expect(train.length + validation.length).toBe(icons.length);
      expect(train.length).toBeGreaterThanOrEqual(17);
    }
  });

  it('is determined by the seed', () => {
    const splits = seeds.map((seed) => [...splitFamilies(members, seed)].sort().join());
    expect(splits).toEqual(seeds.map((seed) => [...splitFamilies(members, seed)].sort().join()));
    expect(new Set(splits).size).toBe(seeds.length);
  });

  it('selects no family if there is only one', () => {
    expect(splitFamilies([['one', 'one'], ['one']], 0).size).toBe(0);
  });
});

describe('interleaveFamilies', () => {
  const icons = ['a', 'a', 'a', 'b', 'b', 'c'].map((family, id) => ({ family, id }));

  it('returns one icon of each family before a second of any', () => {
    const order = interleaveFamilies(icons, 'seed').map(({ family }) => family);
    expect(order.slice(0, 3).sort()).toEqual(['a', 'b', 'c']);
    expect(order.slice(3, 5).sort()).toEqual(['a', 'b']);
    expect(order[5]).toBe('a');
  });

  it('returns all icons, in an order that depends on the seed', () => {
    const orders = ['1', '2', '3', '4', '5'].map((seed) =>
      interleaveFamilies(icons, seed).map(({ id }) => id),
    );
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
  });
});
