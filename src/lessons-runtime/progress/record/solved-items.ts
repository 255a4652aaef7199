import type { ItemRecord } from './record-types.ts';

/** Returns the ids of the exercises and questions of a lesson that were ever answered correctly. */
export function solvedItems(items: readonly ItemRecord[], lesson: string): ReadonlySet<string> {
  const solved = items.filter(
    (each) => each.lesson === lesson && each.attempts.some(({ verdict }) => verdict === 'correct'),
  );
  return new Set(solved.map(({ item }) => item));
}
