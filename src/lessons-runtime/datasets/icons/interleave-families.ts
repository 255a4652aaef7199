import { createSeededRandom } from './seeded-random.ts';

/**
 * Orders icons so that the first n are of as many families as possible: one of each family in turn. Families, and the icons of
 * each, are shuffled.
 */
export function interleaveFamilies<T extends { readonly family: string }>(
  icons: readonly T[],
  seed: string,
): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const icon of createSeededRandom(seed).shuffled(icons))
    groups.set(icon.family, [...(groups.get(icon.family) ?? []), icon]);
  const rows = [...groups.values()];
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, turn) =>
    rows.flatMap((row) => row.slice(turn, turn + 1)),
  ).flat();
}
