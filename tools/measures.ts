/** @returns the mean, and the standard deviation of a sample (0 of a single value) */
export function meanAndDeviation(values: readonly number[]): readonly [mean: number, deviation: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return [mean, Math.sqrt(variance)];
}

/**
 * The mean of the classes' recalls, 0 to 1: accuracy as if there were as many examples of each class.
 * @param guesses each example's class as it was told, by its place
 * @param labels each example's class
 */
export function meanRecall(guesses: ArrayLike<number>, labels: readonly number[], classes: number): number {
  const recalls = Array.from({ length: classes }, (_, label) => {
    const places = labels.flatMap((one, at) => (one === label ? [at] : []));
    return places.filter((at) => guesses[at] === label).length / places.length;
  });
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}
