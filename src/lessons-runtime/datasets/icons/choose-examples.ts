import type { IconManifest } from './icon-manifest.ts';
import { interleaveFamilies } from './interleave.ts';
import type { DrawnIcon } from './read-sprites.ts';
import { splitFamilies } from './split-families.ts';

/** Icons of one class, on both sides of the split. */
interface ClassExamples {
  /** All there are; the first few are of as many designers as there are. */
  readonly train: readonly DrawnIcon[];
  readonly validation: readonly DrawnIcon[];
}

/**
 * The families that are kept for validation under a split, over all classes of the manifest: a designer who is kept for
 * one pair of classes is kept for every other, too.
 */
export function validationFamilies({ sets, classes }: IconManifest, split: number): ReadonlySet<string> {
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  return splitFamilies(
    classes.map(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? set)),
    split,
  );
}

/** @param kept what `validationFamilies` gave */
export function splitIcons(
  icons: readonly DrawnIcon[],
  kept: ReadonlySet<string>,
  seed: string,
): ClassExamples {
  return {
    train: interleaveFamilies(
      icons.filter(({ family }) => !kept.has(family)),
      seed,
    ),
    validation: icons.filter(({ family }) => kept.has(family)),
  };
}
