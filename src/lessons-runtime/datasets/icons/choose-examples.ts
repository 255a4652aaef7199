import type { Part } from '../labelled/parts.ts';
import type { IconManifest } from './icon-manifest.ts';
import { splitFamilies } from './split-families.ts';

/** Of the icons that are kept from training, so much goes to the test where there is one. */
const testShare = { wanted: 0.5, most: 0.6, least: 0.4 };

/**
 * Returns the families that are kept from training under a split, over all classes of the manifest: a designer who is kept
 * for one pair of classes is kept for every other, too.
 */
export function validationFamilies(manifest: IconManifest, split: number): ReadonlySet<string> {
  return splitFamilies(familiesOf(manifest), `split ${split}`);
}

/**
 * Returns the families of each part under a split. Training has the same families with and without a test part: the test
 * takes half of those that are for validation otherwise.
 * @returns a function that gives the part of a family
 */
export function partOfFamilies(
  manifest: IconManifest,
  split: number,
  hasTest: boolean,
): (family: string) => Part {
  const kept = validationFamilies(manifest, split);
  const tested = hasTest
    ? splitFamilies(
        familiesOf(manifest).map((ofClass) => ofClass.filter((family) => kept.has(family))),
        `test ${split}`,
        testShare,
      )
    : new Set<string>();
  return (family) => {
    if (tested.has(family)) return 'test';
    return kept.has(family) ? 'validation' : 'train';
  };
}

/** Of each class, the family of each of its icons. */
function familiesOf({ sets, classes }: IconManifest): readonly (readonly string[])[] {
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  return classes.map(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? set));
}
