import type { IconManifest } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';

/** The classes that lessons use to evaluate IconNet as a base. */
export const evaluatedClasses: readonly string[] = ['butterfly', 'bee'];

/**
 * Families that share drawings with another family, by their names. `icons@1` lists them as separate families, and its splits
 * depend on that. Pinhead (`quincy-morgan`) contains drawings of Maki and Temaki.
 */
const relatives: Readonly<Record<string, string>> = { maki: 'quincy-morgan' };

/**
 * Returns the families that IconNet must not be trained on: those that have an icon of `evaluatedClasses`, and their relatives.
 * Without them, IconNet has seen no designer of any validation or test part of butterflies and bees.
 * @param icons the manifest of the published icons
 */
export function findHeldOutFamilies({ sets, classes }: IconManifest): ReadonlySet<string> {
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  const owners = classes
    .filter(({ name }) => evaluatedClasses.includes(name))
    .flatMap(({ icons }) => icons.map(({ set }) => familyOf.get(set) ?? set));
  const heldOut = new Set(owners);
  for (const [family, relative] of Object.entries(relatives)) if (heldOut.has(relative)) heldOut.add(family);
  return heldOut;
}
