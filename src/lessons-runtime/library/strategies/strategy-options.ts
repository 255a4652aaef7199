import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { ArgumentError } from '../argument-error.ts';
import type { StrategyWords } from './strategy-words.ts';

interface Examples {
  /** [examples, …]: what the base takes. */
  readonly xs: Tensor;
  /** [examples, classes], one-hot rows. */
  readonly ys: Tensor;
}

export interface StrategyOptions {
  /**
   * Creates a new network up to its features at each call, with pretrained or with random weights. Its output is feature maps
   * [batch, height, width, channels] or features [batch, n]. It is disposed of when the comparison ends.
   */
  readonly base: (pretrained: boolean) => LayersModel | Promise<LayersModel>;
  readonly train: Examples;
  readonly validation: Examples;
  /** The total number of epochs of each strategy, 2 to 200. Default 20. */
  readonly epochs?: number;
  /** 1 to 1024. Default 16. */
  readonly batchSize?: number;
  /**
   * Adam's learning rates: from scratch and for a new head (default 0.001), and for unfrozen pretrained layers (default
   * 0.0001). Source: Keras's guide “Transfer learning & fine-tuning” (“a very low learning rate”).
   */
  readonly learningRate?: { readonly scratch?: number; readonly head?: number; readonly thawed?: number };
  /** Determines the random weights, the initial weights of the head and the order of the batches. Default 0. */
  readonly seed?: number;
  /** The name of the last block's first layer. Default: the last layer with weights. */
  readonly lastBlock?: string;
}

/** Validated options, defaults included. */
export interface StrategyPlan extends Required<Omit<StrategyOptions, 'learningRate' | 'lastBlock'>> {
  readonly learningRate: Required<NonNullable<StrategyOptions['learningRate']>>;
  readonly lastBlock: string | null;
  readonly classes: number;
  /** How many epochs the head is trained on the frozen base before layers are unfrozen. */
  readonly headEpochs: number;
}

/** Validates the options. @throws {ArgumentError} if one of them is invalid */
export function planStrategies(tf: TensorFlow, given: StrategyOptions, words: StrategyWords): StrategyPlan {
  const { base, train, validation, epochs = 20, batchSize = 16, seed = 0, lastBlock } = Object(given);
  if (typeof base !== 'function') throw new ArgumentError(words.noBase);
  const classes = classesOf(tf, train, validation, words);
  for (const [name, value, min, max] of [
    ['epochs', epochs, 2, 200],
    ['batchSize', batchSize, 1, 1024],
    ['seed', seed, 0, 2 ** 32 - 1],
  ] as const) {
    if (!(Number.isInteger(value) && value >= min && value <= max))
      throw new ArgumentError(words.notInteger(name, min, max, String(value)));
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

/** Returns the number of classes of training and validation examples. @throws {ArgumentError} if they are invalid */
function classesOf(tf: TensorFlow, train: unknown, validation: unknown, words: StrategyWords): number {
  function countClasses(name: 'train' | 'validation', examples: unknown): number {
    const { xs, ys }: { readonly xs?: unknown; readonly ys?: unknown } = Object(examples);
    if (!(xs instanceof tf.Tensor) || !(ys instanceof tf.Tensor))
      throw new ArgumentError(words.examples(name));
    const [count, columns = 0, ...more] = ys.shape;
    if (count !== xs.shape[0] || count === 0 || columns < 2 || more.length > 0)
      throw new ArgumentError(words.labels(name, xs.shape, ys.shape));
    return columns;
  }

  const classes = countClasses('train', train);
  const validationClasses = countClasses('validation', validation);
  if (classes !== validationClasses) throw new ArgumentError(words.otherClasses(classes, validationClasses));
  return classes;
}
