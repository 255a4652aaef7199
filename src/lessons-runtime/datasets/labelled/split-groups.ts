import type { Part } from './parts.ts';
import { createSeededRandom } from './seeded-random.ts';

/** The shares of each class that are held out; the rest is for training. */
export const heldOut = { validation: 0.2, test: 0.3 } as const;

/**
 * Splits the examples of one class: 30 % for the test, 20 % for validation, each rounded to whole examples, and the rest for
 * training. All examples of a group go to the same part. A group that is too large for what is left of a share goes to the
 * next part, so a share is never exceeded.
 * @param groups the group of each example
 * @param seed determines the split
 * @returns the part of each example, in the same order
 */
export function splitGroups(groups: readonly string[], seed: string): readonly Part[] {
  const room = {
    test: Math.round(groups.length * heldOut.test),
    validation: Math.round(groups.length * heldOut.validation),
  };
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const partOf = new Map<string, Part>();
  for (const group of createSeededRandom(`split ${seed}`).shuffled([...sizes.keys()].sort())) {
    const size = sizes.get(group) ?? 0;
    const part = (['test', 'validation'] as const).find((each) => room[each] >= size);
    if (part !== undefined) room[part] -= size;
    partOf.set(group, part ?? 'train');
  }
  return groups.map((group) => partOf.get(group) ?? 'train');
}
