import { describe, expect, it } from 'vitest';
import { splitFamilies } from '../../../../src/lessons-runtime/datasets/icons/split-families.ts';
import {
  partOfFamilies,
  validationFamilies,
} from '../../../../src/lessons-runtime/datasets/icons/split-icons.ts';
import { interleaveGroups } from '../../../../src/lessons-runtime/datasets/labelled/interleave-groups.ts';
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

  it.each(seeds)('leaves at least 17 icons of each class for training with seed %i', (seed) => {
    const kept = validationFamilies(manifest, seed);
    for (const families of members)
      expect(families.filter((family) => !kept.has(family)).length).toBeGreaterThanOrEqual(17);
  });

  it.each(seeds)('takes the families of the test from the validation families with seed %i', (seed) => {
    const kept = validationFamilies(manifest, seed);
    const partOf = partOfFamilies(manifest, seed, true);
    for (const families of members) {
      const held = families.filter((family) => kept.has(family));
      expect(families.filter((family) => partOf(family) !== 'train')).toEqual(held);
      const tested = held.filter((family) => partOf(family) === 'test').length / held.length;
      expect(tested).toBeGreaterThanOrEqual(0.25);
      expect(tested).toBeLessThanOrEqual(0.6);
    }
  });

  it('has no test part unless one is requested', () => {
    const kept = validationFamilies(manifest, 0);
    const partOf = partOfFamilies(manifest, 0, false);
    for (const family of members.flat())
      expect(partOf(family)).toBe(kept.has(family) ? 'validation' : 'train');
  });

  it('is determined by the seed', () => {
    const splits = seeds.map((seed) => [...splitFamilies(members, `split ${seed}`)].sort().join());
    expect(splits).toEqual(seeds.map((seed) => [...splitFamilies(members, `split ${seed}`)].sort().join()));
    expect(new Set(splits).size).toBe(seeds.length);
  });

  it('selects no family if there is only one', () => {
    expect(splitFamilies([['one', 'one'], ['one']], 'any').size).toBe(0);
  });
});

describe('interleaveGroups', () => {
  const icons = ['a', 'a', 'a', 'b', 'b', 'c'].map((group, id) => ({ group, id }));

  it('returns one example of each group before a second of any', () => {
    const order = interleaveGroups(icons, 'seed').map(({ group }) => group);
    expect(order.slice(0, 3).sort()).toEqual(['a', 'b', 'c']);
    expect(order.slice(3, 5).sort()).toEqual(['a', 'b']);
    expect(order[5]).toBe('a');
  });

  it('returns all examples, in an order that depends on the seed', () => {
    const orders = ['1', '2', '3', '4', '5'].map((seed) => interleaveGroups(icons, seed).map(({ id }) => id));
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
  });
});
