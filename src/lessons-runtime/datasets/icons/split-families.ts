import { createSeededRandom } from '../labelled/seeded-random.ts';

/** The share of each class that a subset should get, and its limits. */
interface TargetShare {
  readonly target: number;
  readonly max: number;
  readonly min: number;
}

const validationShare: TargetShare = { target: 0.4, max: 0.45, min: 0.35 };
/** Orders of families that are tried, because large families fit into few. */
const maxAttempts = 64;

interface Selection {
  readonly families: ReadonlySet<string>;
  /** The smallest share of any class. */
  readonly share: number;
}

/**
 * Draws the families of a subset. All icons of a family, in every class, are in the same subset, so that no style is in two,
 * whichever classes are compared.
 * @param members for each class, the family of each of its icons
 * @param seed determines the families
 * @returns families with, by default, 35 to 45 % of the icons of each class, or with less if families are too large for that
 */
export function splitFamilies(
  members: readonly (readonly string[])[],
  seed: string,
  share: TargetShare = validationShare,
): ReadonlySet<string> {
  const families = [...new Set(members.flat())].sort();
  const random = createSeededRandom(seed);
  let best: Selection = { families: new Set(), share: -1 };
  for (let attempt = 0; attempt < maxAttempts && best.share < share.min; attempt += 1) {
    const next = selectFamilies(members, random.shuffled(families), share);
    if (next.share > best.share) best = next;
  }
  return best.families;
}

/** Selects families in order, skipping those that would exceed the limit or add nothing that is needed. */
function selectFamilies(
  members: readonly (readonly string[])[],
  families: readonly string[],
  { target, max }: TargetShare,
): Selection {
  const selected = new Set<string>();
  const shares = members.map(() => 0);
  for (const family of families) {
    const added = members.map((icons) => icons.filter((icon) => icon === family).length / icons.length);
    const fits = added.every((share, index) => share === 0 || (shares[index] ?? 0) + share <= max);
    const isNeeded = added.some((share, index) => share > 0 && (shares[index] ?? 0) < target);
    if (!fits || !isNeeded) continue;
    selected.add(family);
    added.forEach((share, index) => {
      shares[index] = (shares[index] ?? 0) + share;
    });
  }
  return { families: selected, share: Math.min(...shares) };
}
