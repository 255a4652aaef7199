import { shuffled } from './shuffled.ts';

/**
 * Returns the indices of the samples of one subset. The split is stratified, because with the ten photos a class that learners
 * have, a random split could leave a class out.
 * @param share the share of each class that the validation subset gets, 0 to 1
 * @param random returns numbers from 0 to 1
 */
export function splitSamples(
  labels: readonly number[],
  share: number,
  subset: 'training' | 'validation',
  random: () => number,
): number[] {
  const validation = new Set<number>();
  const order = shuffled([...labels.keys()], random);
  for (const label of new Set(labels)) {
    const ofClass = order.filter((index) => labels[index] === label);
    for (const index of ofClass.slice(0, Math.round(ofClass.length * share))) validation.add(index);
  }
  return labels.flatMap((_, index) => (validation.has(index) === (subset === 'validation') ? [index] : []));
}
