import { createSeededRandom } from '../labelled/seeded-random.ts';

/** How much of each class is chosen: never more than the most, and at least the least where a draw allows. */
interface Share {
  readonly wanted: number;
  readonly most: number;
  readonly least: number;
}

const validationShare: Share = { wanted: 0.4, most: 0.45, least: 0.35 };
/** Large families do not fit into every draw. */
const draws = 64;

interface Draw {
  readonly kept: ReadonlySet<string>;
  /** The smallest part of any class that is kept. */
  readonly share: number;
}

/**
 * Chooses families at random. Complete families, for every class at once: the same style is never on both sides, whichever
 * classes are compared.
 * @param members of each class: the family of each of its icons
 * @param seed the same seed gives the same families
 * @returns the families chosen: by default 35 to 45 % of the icons of each class, where families are small enough for that
 */
export function splitFamilies(
  members: readonly (readonly string[])[],
  seed: string,
  share: Share = validationShare,
): ReadonlySet<string> {
  const families = [...new Set(members.flat())].sort();
  const chance = createSeededRandom(seed);
  let best: Draw = { kept: new Set(), share: -1 };
  for (let draw = 0; draw < draws && best.share < share.least; draw += 1) {
    const next = fill(members, chance.shuffled(families), share);
    if (next.share > best.share) best = next;
  }
  return best.kept;
}

function fill(
  members: readonly (readonly string[])[],
  families: readonly string[],
  { wanted, most }: Share,
): Draw {
  const kept = new Set<string>();
  const shares = members.map(() => 0);
  for (const family of families) {
    const more = members.map((icons) => icons.filter((icon) => icon === family).length / icons.length);
    const fits = more.every((part, index) => part === 0 || (shares[index] ?? 0) + part <= most);
    const helps = more.some((part, index) => part > 0 && (shares[index] ?? 0) < wanted);
    if (!fits || !helps) continue;
    kept.add(family);
    more.forEach((part, index) => {
      shares[index] = (shares[index] ?? 0) + part;
    });
  }
  return { kept, share: Math.min(...shares) };
}
