/** Top-1 and top-5 accuracy, from 0 to 1. */
export interface Accuracy {
  readonly pictures: number;
  readonly top1: number;
  readonly top5: number;
}

/**
 * Measures the accuracy of predictions.
 * @param probabilities [pictures · classes]
 * @param labels the class of each picture
 */
export function measureAccuracy(probabilities: Float32Array, labels: readonly number[]): Accuracy {
  const classes = probabilities.length / labels.length;
  let [top1, top5] = [0, 0];
  labels.forEach((label, index) => {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const rank = row.filter((value) => value > (row[label] ?? 0)).length;
    if (rank === 0) top1 += 1;
    if (rank < 5) top5 += 1;
  });
  return { pictures: labels.length, top1: top1 / labels.length, top5: top5 / labels.length };
}

/** Returns the largest absolute difference between the elements of two lists of the same length. */
export function largestDifference(before: Float32Array, after: Float32Array): number {
  return before.reduce((largest, value, at) => Math.max(largest, Math.abs(value - (after[at] ?? 0))), 0);
}
