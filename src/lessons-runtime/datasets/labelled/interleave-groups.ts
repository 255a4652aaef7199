import { createSeededRandom } from './seeded-random.ts';

/**
 * Orders examples so that the first few come from as many groups as there are: one of each group in turn, the groups and
 * the examples of each shuffled by the seed.
 */
export function interleaveGroups<T extends { readonly group: string }>(
  examples: readonly T[],
  seed: string,
): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const example of createSeededRandom(seed).shuffled(examples))
    groups.set(example.group, [...(groups.get(example.group) ?? []), example]);
  const rows = [...groups.values()];
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, turn) =>
    rows.flatMap((row) => row.slice(turn, turn + 1)),
  ).flat();
}
