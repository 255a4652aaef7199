/** How far two sets of logits are apart, photo by photo. */
export interface Difference {
  readonly photos: number;
  /** Largest difference of any class's probability on any photo. */
  readonly largestSoftmaxDifference: number;
  /** Photos whose likeliest class is the same. */
  readonly sameTop1: number;
  /** Photos whose five likeliest classes are the same in the same order. */
  readonly sameTop5Order: number;
  /** Root of the mean square difference of all logits. */
  readonly logitsRms: number;
}

/** Compares logits of the same photos, one array of all classes for each. */
export function compareLogits(found: readonly Float32Array[], expected: readonly Float32Array[]): Difference {
  let largest = 0;
  let sameTop1 = 0;
  let sameTop5Order = 0;
  let squares = 0;
  let count = 0;
  for (const [photo, logits] of expected.entries()) {
    const other = found[photo] ?? new Float32Array();
    const [a, b] = [softmax(other), softmax(logits)];
    for (const [index, logit] of logits.entries()) {
      largest = Math.max(largest, Math.abs((a[index] ?? Number.NaN) - (b[index] ?? Number.NaN)));
      squares += ((other[index] ?? Number.NaN) - logit) ** 2;
      count += 1;
    }
    const [topA, topB] = [topClasses(other, 5), topClasses(logits, 5)];
    if (topA[0] === topB[0]) sameTop1 += 1;
    if (topA.join() === topB.join()) sameTop5Order += 1;
  }
  const logitsRms = Math.sqrt(squares / count);
  return { photos: expected.length, largestSoftmaxDifference: largest, sameTop1, sameTop5Order, logitsRms };
}

/** Root mean square of the difference over that of the expected values: 0 where they are the same. */
export function relativeError(found: readonly Float32Array[], expected: readonly Float32Array[]): number {
  let difference = 0;
  let size = 0;
  for (const [row, values] of expected.entries()) {
    for (const [index, value] of values.entries()) {
      difference += ((found[row]?.[index] ?? Number.NaN) - value) ** 2;
      size += value ** 2;
    }
  }
  return Math.sqrt(difference / size);
}

/** Probabilities of all classes from their logits. */
export function softmax(logits: Float32Array): Float64Array {
  const highest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The classes with the highest values, the highest first. */
export function topClasses(values: ArrayLike<number>, count: number): number[] {
  const classes = Array.from(values, (value, index) => ({ value, index }));
  return classes
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ index }) => index);
}
