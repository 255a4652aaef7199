import { createSeededRandom } from './seeded-random.ts';

/**
 * Orders icons so that the first few are of as many families as there are: one of each family in turn, the families and
 * the icons of each shuffled.
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
