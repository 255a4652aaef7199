/** A model's prediction for one example. */
export interface ScoredPrediction {
  /** The index of the example. */
  readonly index: number;
  /** The number of the true class. */
  readonly label: number;
  /** The number of the class with the highest probability. */
  readonly predicted: number;
  /** Of the predicted class, 0 to 1. */
  readonly probability: number;
  /** −ln of the true class's probability, in nats. */
  readonly loss: number;
}

/** Predictions for a data set, compared with its labels. */
export interface Score {
  readonly total: number;
  readonly correct: number;
  /** `confusion[label][predicted]` is the number of such examples. */
  readonly confusion: readonly (readonly number[])[];
  /** In order of descending loss. */
  readonly byLoss: readonly ScoredPrediction[];
}

/** The smallest probability that a loss is computed from, as in Keras: 0 has no logarithm. */
const epsilon = 1e-7;

/**
 * Converts a model's outputs to probabilities, one row for each example. A single output is the probability of the second of
 * two classes; outputs that are not in 0 … 1 or do not sum to 1 are taken as logits.
 *
 * @param outputs all rows one after another, each of `width` values
 */
export function asProbabilities(
  outputs: ArrayLike<number>,
  width: number,
): { readonly classes: number; readonly rows: readonly (readonly number[])[] } {
  const rows = Array.from({ length: outputs.length / width }, (_, row) =>
    Array.from({ length: width }, (__, column) => outputs[row * width + column] ?? Number.NaN),
  );
  const areIn01 = rows.every((row) => row.every((value) => !(value < 0 || value > 1)));
  if (width === 1) {
    const second = ([value = Number.NaN]: readonly number[]) =>
      areIn01 ? value : 1 / (1 + Math.exp(-value));
    return { classes: 2, rows: rows.map((row) => [1 - second(row), second(row)]) };
  }
  const sum = (row: readonly number[]) => row.reduce((total, value) => total + value, 0);
  const areProbabilities = areIn01 && rows.every((row) => !(Math.abs(sum(row) - 1) > 0.01));
  return { classes: width, rows: areProbabilities ? rows : rows.map(softmax) };
}

function softmax(row: readonly number[]): readonly number[] {
  const max = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - max));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

/**
 * Compares predictions with labels.
 * @param rows the probabilities of each example, [n][classes]
 * @param labels class numbers, counted from 0
 */
export function scorePredictions(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  classes: number,
): Score {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const predictions = rows.map((row, index): ScoredPrediction => {
    const label = labels[index] ?? -1;
    const predicted = indexOfLargest(row);
    const ofLabel = confusion[label];
    if (ofLabel !== undefined) ofLabel[predicted] = (ofLabel[predicted] ?? 0) + 1;
    const loss = -Math.log(Math.max(epsilon, row[label] ?? Number.NaN));
    return { index, label, predicted, probability: row[predicted] ?? Number.NaN, loss };
  });
  return {
    total: predictions.length,
    correct: predictions.filter(({ label, predicted }) => label === predicted).length,
    confusion,
    byLoss: predictions.toSorted((one, other) => sortKey(other.loss) - sortKey(one.loss)),
  };
}

/** Sorts NaN as the highest loss. */
function sortKey(loss: number): number {
  return Number.isNaN(loss) ? Number.MAX_VALUE : loss;
}

/** Returns the first index of the largest value; 0 if all are NaN, as tfjs's `argMax` does. */
function indexOfLargest(row: readonly number[]): number {
  return row.reduce(
    (best, value, index) => (value > (row[best] ?? Number.NEGATIVE_INFINITY) ? index : best),
    0,
  );
}

/**
 * Returns the class that was predicted for every example.
 * @returns `null` if several classes were predicted, or if all labels are of the same class
 */
export function onlyClassPredicted({ byLoss }: Pick<Score, 'byLoss'>): number | null {
  const [first] = byLoss;
  if (first === undefined) return null;
  const isVaried = byLoss.some(({ label }) => label !== first.label);
  return isVaried && byLoss.every(({ predicted }) => predicted === first.predicted) ? first.predicted : null;
}
