/** A random order of 0 to `count` − 1 (Fisher–Yates). @param random numbers from 0 up to 1 */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/**
 * The places of the samples of one part, with the same share of each class held back: with the ten photos a class that a
 * learner has, chance alone could leave a class out.
 * @param share of each class that is held back for validation, 0 to 1
 */
export function splitSamples(
  labels: readonly number[],
  share: number,
  subset: 'training' | 'validation',
  random: () => number,
): number[] {
  const held = new Set<number>();
  const order = shuffled(labels.length, random);
  for (const label of new Set(labels)) {
    const ofClass = order.filter((place) => labels[place] === label);
    for (const place of ofClass.slice(0, Math.round(ofClass.length * share))) held.add(place);
  }
  return labels.flatMap((_, place) => (held.has(place) === (subset === 'validation') ? [place] : []));
}
