import type * as TensorFlow from '@tensorflow/tfjs';
import type { LabelledDataset } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import type { Base } from './bases.ts';
import { labelsOf, predictClasses, type Score, score, trainModel } from './evaluate.ts';
import { recipes } from './recipes.ts';

/** How a pretrained base is used; see `recipes.ts` for the numbers of epochs and the rates. */
export const transferStrategies = [
  /** A new head on the frozen base. */
  'frozen',
  /** The same, for as many epochs as head and fine-tuning take together: the fair control of `everything`. */
  'frozen-longer',
  /** After `frozen`, the base's last block and the head. */
  'last-block',
  /** After `frozen`, all layers. */
  'everything',
  /** A random head and all layers at once, at Adam's default rate. */
  'everything-at-once',
] as const;
export type TransferStrategy = (typeof transferStrategies)[number];

const { batchSize, head, fineTuning, atOnce } = recipes;
/** Epochs of head and fine-tuning together. */
const epochsInAll = head.epochs + fineTuning.epochs;

/** The parts of a data set as a network's input. */
type Inputs = Readonly<Record<'train' | 'validation' | 'test', TensorFlow.Tensor4D>>;

/**
 * Measures strategies with one base. The strategies that continue `frozen` begin with the same trained head.
 * @param load returns a new copy of the base with its pretrained weights
 * @param reseed makes `Math.random` repeat; called before each training
 */
export async function measureTransfer(
  tf: typeof TensorFlow,
  data: LabelledDataset,
  strategies: readonly TransferStrategy[],
  {
    load,
    reseed,
    fineTuningRate,
  }: {
    load(): Promise<Base>;
    reseed(strategy: TransferStrategy): void;
    readonly fineTuningRate: number;
  },
): Promise<Readonly<Partial<Record<TransferStrategy, Score>>>> {
  const scores: Partial<Record<TransferStrategy, Score>> = {};
  const labels = labelsOf(data);
  const ys = data.train.ys;
  const base = await load();
  const inputs: Inputs = {
    train: base.toInput(data.train.xs),
    validation: base.toInput(data.validation.xs),
    test: base.toInput(data.test.xs),
  };
  const scoreOf = (model: TensorFlow.LayersModel, started: number, parts: Inputs | Features): Score =>
    score(
      {
        validation: predictClasses(tf, model, parts.validation),
        test: predictClasses(tf, model, parts.test),
      },
      labels,
      started,
    );

  reseed('frozen');
  const started = performance.now();
  const features = featuresOf(tf, base.model, inputs);
  const featureSeconds = (performance.now() - started) / 1000;
  const headModel = buildHead(tf, features.train.shape[1] ?? 0);
  await trainModel(tf, headModel, { xs: features.train, ys }, { ...head, batchSize });
  scores.frozen = scoreOf(headModel, started, features);
  const trainedHead = headModel.getWeights().map((weight) => weight.clone());
  const frozenSeconds = scores.frozen.seconds;

  if (strategies.includes('frozen-longer')) {
    reseed('frozen');
    const again = performance.now();
    const longer = buildHead(tf, features.train.shape[1] ?? 0);
    await trainModel(tf, longer, { xs: features.train, ys }, { ...head, epochs: epochsInAll, batchSize });
    scores['frozen-longer'] = addSeconds(scoreOf(longer, again, features), featureSeconds);
  }
  tf.dispose(Object.values(features));

  for (const strategy of ['last-block', 'everything'] as const) {
    if (!strategies.includes(strategy)) continue;
    const copy = await load();
    const model = addHead(tf, copy, trainedHead);
    const frozen = new Set(
      strategy === 'everything' ? [] : copy.model.layers.filter(({ name }) => !copy.isInLastBlock(name)),
    );
    for (const layer of model.layers) {
      const isTrained = !frozen.has(layer);
      layer.trainable = isTrained && layer.getClassName() !== 'BatchNormalization';
    }
    reseed(strategy);
    const again = performance.now();
    await trainModel(
      tf,
      model,
      { xs: inputs.train, ys },
      { epochs: fineTuning.epochs, learningRate: fineTuningRate, batchSize },
    );
    scores[strategy] = addSeconds(scoreOf(model, again, inputs), frozenSeconds);
  }

  if (strategies.includes('everything-at-once')) {
    reseed('everything-at-once');
    const model = addHead(tf, await load(), null);
    const again = performance.now();
    await trainModel(tf, model, { xs: inputs.train, ys }, { ...atOnce, batchSize });
    scores['everything-at-once'] = scoreOf(model, again, inputs);
  }
  tf.dispose([...Object.values(inputs), ...trainedHead]);
  return scores;
}

type Features = Readonly<Record<'train' | 'validation' | 'test', TensorFlow.Tensor2D>>;

function featuresOf(tf: typeof TensorFlow, model: TensorFlow.LayersModel, inputs: Inputs): Features {
  const features = (part: keyof Inputs): TensorFlow.Tensor2D =>
    tf.tidy(() => model.predict(inputs[part], { batchSize: 32 }) as TensorFlow.Tensor2D);
  return { train: features('train'), validation: features('validation'), test: features('test') };
}

/** Creates the head: a layer of 128 units with ReLU, and a softmax of two classes. */
function buildHead(tf: typeof TensorFlow, features: number): TensorFlow.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: head.units, activation: 'relu', inputShape: [features], name: 'head_hidden' }),
      tf.layers.dense({ units: 2, activation: 'softmax', name: 'head_softmax' }),
    ],
  });
}

/** Adds a head to a base. @param weights of the head, or null for random weights */
export function addHead(
  tf: typeof TensorFlow,
  base: Base,
  weights: readonly TensorFlow.Tensor[] | null,
): TensorFlow.LayersModel {
  const [output] = base.model.outputs;
  if (output === undefined) throw new Error('the base has no output');
  const newHead = buildHead(tf, Number(output.shape[1]));
  if (weights !== null) newHead.setWeights([...weights]);
  let x: TensorFlow.SymbolicTensor = output;
  for (const layer of newHead.layers) x = layer.apply(x) as TensorFlow.SymbolicTensor;
  return tf.model({ inputs: base.model.inputs, outputs: x });
}

function addSeconds(result: Score, seconds: number): Score {
  return { ...result, seconds: result.seconds + seconds };
}
