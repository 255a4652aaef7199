import { createSeededRandom } from './seeded-random.ts';

/** Of each class, this part goes to validation; never more than the most, and at least the least where a draw allows. */
const wanted = 0.4;
const most = 0.45;
const least = 0.35;
/** Large families do not fit into every draw. */
const draws = 64;

interface Draw {
  readonly kept: ReadonlySet<string>;
  /** The smallest part of any class that is kept. */
  readonly share: number;
}

/**
 * Draws by lot which families' icons are kept for validation. Whole families, for every class at once: nobody's style is
 * on both sides, whichever classes are compared.
 * @param members of each class: the family of each of its icons
 * @param split seed of the lot
 * @returns the families of validation: 35 to 45 % of the icons of each class, where families are small enough for that
 */
export function splitFamilies(members: readonly (readonly string[])[], split: number): ReadonlySet<string> {
  const families = [...new Set(members.flat())].sort();
  const chance = createSeededRandom(`split ${split}`);
  let best: Draw = { kept: new Set(), share: -1 };
  for (let draw = 0; draw < draws && best.share < least; draw += 1) {
    const next = fill(members, chance.shuffled(families));
    if (next.share > best.share) best = next;
  }
  return best.kept;
}

function fill(members: readonly (readonly string[])[], families: readonly string[]): Draw {
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
