/** One example of a data set, told by a model. */
export interface ScoredPrediction {
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
  /** Of the class told. */
  readonly probability: number;
  /** −ln of the true class's probability. */
  readonly loss: number;
}

export interface Score {
  readonly total: number;
  readonly right: number;
  /** `confusion[label][predicted]`. */
  readonly confusion: readonly (readonly number[])[];
  /** By falling loss. */
  readonly byLoss: readonly ScoredPrediction[];
}

/** As Keras has it: a probability of 0 would have no logarithm. */
const epsilon = 1e-7;

/**
 * A model's outputs as probabilities, one row an example. A single output is the probability of the second of two classes;
 * what does not sum to 1 are logits.
 *
 * @param outputs row by row, `width` to a row
 */
export function asProbabilities(
  outputs: ArrayLike<number>,
  width: number,
): { readonly classes: number; readonly rows: readonly (readonly number[])[] } {
  const rows = Array.from({ length: outputs.length / width }, (_, row) =>
    Array.from({ length: width }, (__, place) => outputs[row * width + place] ?? Number.NaN),
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
  const most = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

/** Compares what was told with the labels, class numbers from 0. */
export function scorePredictions(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  classes: number,
): Score {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const told = rows.map((row, index): ScoredPrediction => {
    const label = labels[index] ?? -1;
    const predicted = indexOfLargest(row);
    const ofLabel = confusion[label];
    if (ofLabel !== undefined) ofLabel[predicted] = (ofLabel[predicted] ?? 0) + 1;
    const loss = -Math.log(Math.max(epsilon, row[label] ?? Number.NaN));
    return { index, label, predicted, probability: row[predicted] ?? Number.NaN, loss };
  });
  return {
    total: told.length,
    right: told.filter(({ label, predicted }) => label === predicted).length,
    confusion,
    byLoss: told.toSorted((one, other) => rank(other.loss) - rank(one.loss)),
  };
}

/** The worst of all is what is no number. */
function rank(loss: number): number {
  return Number.isNaN(loss) ? Number.MAX_VALUE : loss;
}

/** The first of the largest; 0 where all are NaN, as tfjs's `argMax` has it. */
function indexOfLargest(row: readonly number[]): number {
  return row.reduce(
    (best, value, place) => (value > (row[best] ?? Number.NEGATIVE_INFINITY) ? place : best),
    0,
  );
}

/** The class that all examples were told to be; `null` where there are two, or where the labels are of one class, too. */
export function onlyClassPredicted({ byLoss }: Pick<Score, 'byLoss'>): number | null {
  const [first] = byLoss;
  if (first === undefined) return null;
  const isVaried = byLoss.some(({ label }) => label !== first.label);
  return isVaried && byLoss.every(({ predicted }) => predicted === first.predicted) ? first.predicted : null;
}
