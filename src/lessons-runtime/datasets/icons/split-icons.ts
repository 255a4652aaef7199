import type { Part } from '../labelled/parts.ts';
import type { IconManifest } from './icon-manifest.ts';
import { splitFamilies } from './split-families.ts';

/** The share of the validation icons that a test part gets. */
const testShare = { target: 0.5, max: 0.6, min: 0.4 };

/**
 * Returns the families that a split does not train with. It is computed over all classes of the manifest, so that it is the
 * same for every pair of classes.
 */
export function validationFamilies(manifest: IconManifest, split: number): ReadonlySet<string> {
  return splitFamilies(familiesOf(manifest), `split ${split}`);
}

/**
 * Returns a function that gives the part of a family. Training has the same families with and without a test part, which
 * gets half of the families that are for validation otherwise.
 */
export function partOfFamilies(
  manifest: IconManifest,
  split: number,
  hasTest: boolean,
): (family: string) => Part {
  const heldOut = validationFamilies(manifest, split);
  const tested = hasTest
    ? splitFamilies(
        familiesOf(manifest).map((ofClass) => ofClass.filter((family) => heldOut.has(family))),
        `test ${split}`,
        testShare,
      )
    : new Set<string>();
  return (family) => {
    if (tested.has(family)) return 'test';
    return heldOut.has(family) ? 'validation' : 'train';
  };
}

/** Returns for each class the family of each of its icons. */
function familiesOf({ sets, classes }: IconManifest): readonly (readonly string[])[] {
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  return classes.map(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? set));
}
