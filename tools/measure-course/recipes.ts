/**
 * The recipes of all measurements. They were chosen on splits from 1000 on, which no published row uses, and fixed before
 * measuring.
 */
export const recipes = {
  batchSize: 16,
  /** Pictures of each example in the training part: the example, and three augmented ones. */
  copies: 4,
  /** The head: 128 units with ReLU and a softmax, with Adam. */
  head: { units: 128, epochs: 20, learningRate: 0.001 },
  /** Training of a base's layers after the head, with BatchNorm frozen: on photos, and on drawings and icons. */
  fineTuning: { epochs: 5, learningRate: { photos: 0.00001, drawings: 0.0001 } },
  /** Random head, nothing frozen, BatchNorm included, Adam's default rate. */
  atOnce: { epochs: 10, learningRate: 0.001 },
  /** The small network from random weights: the two recipes of which the better one on validation counts. */
  scratch: {
    plain: { copies: 1, epochs: 60, learningRate: 0.001 },
    augmented: { copies: 4, epochs: 20, learningRate: 0.001 },
  },
  /** The small network for the other two kinds of thing, whose base is then reused. */
  otherPair: { examples: 40, copies: 4, epochs: 20, batchSize: 32, learningRate: 0.002 },
  /** A dense layer on the raw pixels of 24 × 24, and on colour statistics. */
  linear: { epochs: 100, learningRate: 0.005, side: 24 },
} as const;
