/** The differences between two sets of logits for the same photos. */
export interface Difference {
  readonly photos: number;
  /** Largest absolute difference of a probability, over all classes and photos. */
  readonly largestSoftmaxDifference: number;
  /** Photos with the same most probable class. */
  readonly sameTop1: number;
  /** Photos with the same five most probable classes in the same order. */
  readonly sameTop5Order: number;
  /** Root mean square difference of all logits. */
  readonly logitsRms: number;
}

/** Compares logits of the same photos. Each array has the logits of one photo, [classes]. */
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

/** Returns the root mean square of the difference divided by that of the expected values. */
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

/** Returns the probabilities of all classes. */
export function softmax(logits: Float32Array): Float64Array {
  const highest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Returns the indices of the `count` highest values, the highest first. */
export function topClasses(values: ArrayLike<number>, count: number): number[] {
  const classes = Array.from(values, (value, index) => ({ value, index }));
  return classes
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ index }) => index);
}
