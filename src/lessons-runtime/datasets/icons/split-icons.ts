import type { IconManifest } from './icon-manifest.ts';
import { interleaveFamilies } from './interleave-families.ts';
import type { DrawnIcon } from './read-sprites.ts';
import { splitFamilies } from './split-families.ts';

/** The icons of one class, split. */
interface SplitIcons {
  /** Ordered so that the first n are of as many families as possible. */
  readonly train: readonly DrawnIcon[];
  readonly validation: readonly DrawnIcon[];
}

/** Returns the families of the validation subset; the same for every choice of classes, because all are considered. */
export function validationFamilies({ sets, classes }: IconManifest, split: number): ReadonlySet<string> {
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  return splitFamilies(
    classes.map(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? set)),
    split,
  );
}

/**
 * Splits the icons of one class.
 * @param validation the families of the validation subset
 * @param seed determines the order of the training icons
 */
export function splitIcons(
  icons: readonly DrawnIcon[],
  validation: ReadonlySet<string>,
  seed: string,
): SplitIcons {
  return {
    train: interleaveFamilies(
      icons.filter(({ family }) => !validation.has(family)),
      seed,
    ),
    validation: icons.filter(({ family }) => validation.has(family)),
  };
}
