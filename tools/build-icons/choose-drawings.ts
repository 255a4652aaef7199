import animals from './chosen-animals.json' with { type: 'json' };
import targets from './chosen-targets.json' with { type: 'json' };
import type { Drawing } from './drawing.ts';
import { type ClipArt, openClipArt } from './open-clip-art.ts';
import type { Iconify } from './open-iconify.ts';
import { plainName, sourceKinds } from './source-kinds.ts';

/** The unpacked packages. */
interface Packages {
  readonly iconify: Iconify;
  /** The folder of `openclipart-svg`. */
  readonly clipArt: string;
}

/** The drawings of each class. */
export type Choice = ReadonlyMap<string, readonly Drawing[]>;

interface Chosen {
  readonly iconify: Readonly<Record<string, readonly string[]>>;
  readonly openclipart: readonly ClipArt[];
}

/** The largest number of drawings of a class of the source set that come from the same set of icons. */
const perSet = 3;
/** The smallest number of families that a class of the source set must have. */
const fewestFamilies = 8;

/** Returns the drawings of the lessons' four classes, which were chosen by hand. */
export function chooseTargets(packages: Packages): Choice {
  return choose(packages, targets);
}

/**
 * Returns the drawings of IconNet's source set: objects, and animals chosen by hand, but no butterflies or bees. IconNet is
 * trained on those by designers without a butterfly or a bee, and evaluated on the others.
 */
export function chooseSource(packages: Packages): Choice {
  const { cat, dog } = targets;
  return new Map([...chooseByName(packages.iconify), ...choose(packages, { ...animals, cat, dog })].sort());
}

function choose(packages: Packages, chosen: Readonly<Record<string, Chosen>>): Choice {
  const { iconify, clipArt } = packages;
  return new Map(
    Object.entries(chosen).map(([name, lists]) => [
      name,
      [
        ...Object.entries(lists.iconify).flatMap(([set, names]) => {
          const opened = iconify.open(set);
          return names.map((icon) => opened.drawing(icon));
        }),
        ...lists.openclipart.map((art) => openClipArt(clipArt, art)),
      ],
    ]),
  );
}

/** Chooses drawings by the names of icons. @throws Error if a class has fewer than 8 families */
function chooseByName(iconify: Iconify): Choice {
  const kindOf = new Map(sourceKinds.flatMap((names) => names.map((name) => [name, names[0] ?? name])));
  const choice = new Map<string, Drawing[]>();
  for (const id of iconify.setIds) {
    const opened = iconify.open(id);
    const taken = new Map<string, number>();
    for (const name of opened.names) {
      const kind = kindOf.get(plainName(name));
      if (kind === undefined || (taken.get(kind) ?? 0) >= perSet) continue;
      taken.set(kind, (taken.get(kind) ?? 0) + 1);
      choice.set(kind, [...(choice.get(kind) ?? []), opened.drawing(name)]);
    }
  }
  for (const [kind, drawings] of choice) {
    const families = new Set(drawings.map(({ set }) => set.family));
    if (families.size < fewestFamilies) throw new Error(`${kind} has only ${families.size} families`);
  }
  return choice;
}
