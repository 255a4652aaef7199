import { createSeededRandom } from './seeded-random.ts';

/**
 * Orders examples so that the first n come from as many groups as possible: one of each group in turn. Groups, and the
 * examples of each, are shuffled.
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
