import { seededChance } from './seeded-chance.ts';

/** Of each class, this part goes to validation, and never more than the larger. */
const wanted = 0.4;
const most = 0.45;

/**
 * Draws by lot which families' icons are kept for validation. Whole families, for every class at once: nobody's style is
 * on both sides, whichever classes are compared.
 * @param members of each class: the family of each of its icons
 * @returns the families of validation: about 40 % of the icons of each class
 */
export function splitFamilies(members: readonly (readonly string[])[], split: number): ReadonlySet<string> {
  const names = [...new Set(members.flat())].sort();
  const kept = new Set<string>();
  const taken = members.map(() => 0);
  for (const family of seededChance(`split ${split}`).shuffled(names)) {
    const sizes = members.map((icons) => icons.filter((icon) => icon === family).length);
    const room = members.every((icons, index) => {
      const size = sizes[index] ?? 0;
      return size === 0 || (taken[index] ?? 0) + size <= most * icons.length;
    });
    const isWanted = members.some(
      (icons, index) => (sizes[index] ?? 0) > 0 && (taken[index] ?? 0) < wanted * icons.length,
    );
    if (!room || !isWanted) continue;
    kept.add(family);
    sizes.forEach((size, index) => {
      taken[index] = (taken[index] ?? 0) + size;
    });
  }
  return kept;
}
