/** The losses of a training, one value for each epoch from 0. */
export interface LossCurves {
  readonly train: readonly number[];
  readonly validation: readonly number[];
}

type Example = readonly [x: number, y: number];

const degree = 14;
const learningRate = 0.15;

/**
 * Trains a model with more parameters than it has examples, which therefore learns their noise: a polynomial of degree 14,
 * fitted by gradient descent to 12 noisy points of a sine. Every call returns the same curves.
 */
export function overfittingCurves(epochs: number): LossCurves {
  const random = createRandom(11);
  const train = examples(12, random);
  const validation = examples(30, random);
  const weights: number[] = Array(degree + 1).fill(0);
  const losses: { train: number; validation: number }[] = [];
  for (let epoch = 0; epoch <= epochs; epoch += 1) {
    losses.push({ train: loss(weights, train), validation: loss(weights, validation) });
    const gradient: number[] = Array(degree + 1).fill(0);
    for (const [x, y] of train) {
      const error = predict(weights, x) - y;
      features(x).forEach((feature, at) => {
        gradient[at] = (gradient[at] ?? 0) + (2 * error * feature) / train.length;
      });
    }
    gradient.forEach((slope, at) => {
      weights[at] = (weights[at] ?? 0) - learningRate * slope;
    });
  }
  return {
    train: losses.map((each) => each.train),
    validation: losses.map((each) => each.validation),
  };
}

/** Returns the epoch with the least validation loss. */
export function bestEpoch({ validation }: LossCurves): number {
  return validation.indexOf(Math.min(...validation));
}

/** Chebyshev polynomials, because powers of x would make the descent slow. */
function features(x: number): readonly number[] {
  const values = [1, x];
  for (let at = 2; at <= degree; at += 1) values.push(2 * x * (values[at - 1] ?? 0) - (values[at - 2] ?? 0));
  return values;
}

function predict(weights: readonly number[], x: number): number {
  return features(x).reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0);
}

function loss(weights: readonly number[], data: readonly Example[]): number {
  return data.reduce((sum, [x, y]) => sum + (predict(weights, x) - y) ** 2, 0) / data.length;
}

function examples(count: number, random: () => number): readonly Example[] {
  return Array.from({ length: count }, (_, at): Example => {
    const x = -1 + (2 * (at + random() * 0.8)) / count;
    const noise = Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
    return [x, Math.sin(2.5 * x) + 0.4 * noise];
  });
}

/** Creates a linear congruential generator, so that every build has the same curves. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
