/** Returns the mean and the sample standard deviation, which is 0 for a single value. */
export function meanAndDeviation(values: readonly number[]): readonly [mean: number, deviation: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return [mean, Math.sqrt(variance)];
}

/**
 * Returns the mean of the classes' recalls, also called balanced accuracy, from 0 to 1.
 * @param predicted each example's predicted class, as an index
 * @param labels each example's class, as an index
 */
export function meanRecall(predicted: ArrayLike<number>, labels: readonly number[], classes: number): number {
  const recalls = Array.from({ length: classes }, (_, label) => {
    const places = labels.flatMap((one, at) => (one === label ? [at] : []));
    return places.filter((at) => predicted[at] === label).length / places.length;
  });
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}
