import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { ArgumentError } from '../argument-error.ts';
import type { StrategyWords } from './strategy-words.ts';

export interface Examples {
  /** [examples, …], what the base takes. */
  readonly xs: Tensor;
  /** [examples, classes], one-hot rows. */
  readonly ys: Tensor;
}

export interface StrategyOptions {
  /**
   * Makes the network up to its features, anew at each call: with its pretrained weights, or with random ones. Its output is
   * feature maps [batch, height, width, channels] or features [batch, n]. What it made is freed when the bench ends.
   */
  readonly base: (pretrained: boolean) => LayersModel | Promise<LayersModel>;
  readonly train: Examples;
  readonly validation: Examples;
  /** Of each way, in all: 2 to 200, 20 where it is left out. */
  readonly epochs?: number;
  /** 1 to 1024, 16 where it is left out. */
  readonly batchSize?: number;
  /**
   * Of Adam: 0.001 from scratch and for a fresh head, and a tenth of that for layers that already know something, as the
   * field does (Keras's guide to transfer learning: “a very low learning rate”).
   */
  readonly learningRate?: { readonly scratch?: number; readonly head?: number; readonly thawed?: number };
  /** Decides the random weights, the first weights of the head and the order of the batches. 0 where it is left out. */
  readonly seed?: number;
  /** The first layer of the last block, by its name; the last layer with weights where it is left out. */
  readonly lastBlock?: string;
}

/** The options as they were found good, with their defaults. */
export interface StrategyPlan extends Required<Omit<StrategyOptions, 'learningRate' | 'lastBlock'>> {
  readonly learningRate: Required<NonNullable<StrategyOptions['learningRate']>>;
  readonly lastBlock: string | null;
  readonly classes: number;
  /** Epochs for which the head of the thawed ways is trained on the frozen base. */
  readonly headEpochs: number;
}

/** @throws {ArgumentError} where one of them cannot be used */
export function planStrategies(tf: TensorFlow, given: StrategyOptions, words: StrategyWords): StrategyPlan {
  const { base, train, validation, epochs = 20, batchSize = 16, seed = 0, lastBlock } = Object(given);
  if (typeof base !== 'function') throw new ArgumentError(words.noBase);
  const classes = classesOf(tf, train, validation, words);
  for (const [name, value, least, most] of [
    ['epochs', epochs, 2, 200],
    ['batchSize', batchSize, 1, 1024],
    ['seed', seed, 0, 2 ** 32 - 1],
  ] as const) {
    const fits = Number.isInteger(value) && value >= least && value <= most;
    if (!fits) throw new ArgumentError(words.notWhole(name, least, most, String(value)));
  }
  const { scratch = 0.001, head = 0.001, thawed = 0.0001 } = Object(given.learningRate);
  for (const [name, rate] of Object.entries({ scratch, head, thawed })) {
    if (!(Number.isFinite(rate) && rate > 0)) throw new ArgumentError(words.rate(name, String(rate)));
  }
  return {
    ...{ base, train, validation, epochs, batchSize, seed, classes },
    learningRate: { scratch, head, thawed },
    lastBlock: lastBlock === undefined ? null : String(lastBlock),
    headEpochs: Math.ceil(epochs / 2),
  };
}

function classesOf(tf: TensorFlow, train: unknown, validation: unknown, words: StrategyWords): number {
  const [classes, ofValidation] = (
    [
      ['train', train],
      ['validation', validation],
    ] as const
  ).map(([name, examples]) => {
    const { xs, ys } = Object(examples) as Record<string, unknown>;
    if (!(xs instanceof tf.Tensor) || !(ys instanceof tf.Tensor))
      throw new ArgumentError(words.examples(name));
    const [count, columns = 0, ...more] = ys.shape;
    if (count !== xs.shape[0] || count === 0 || columns < 2 || more.length > 0)
      throw new ArgumentError(words.labels(name, xs.shape, ys.shape));
    return columns;
  });
  if (classes === undefined || classes !== ofValidation)
    throw new ArgumentError(words.otherClasses(classes ?? 0, ofValidation ?? 0));
  return classes;
}
