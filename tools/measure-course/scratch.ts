import type * as TensorFlow from '@tensorflow/tfjs';
import type { LabelledDataset } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import type { Base } from './bases.ts';
import { labelsOf, predictClasses, type Score, score, trainModel } from './evaluate.ts';
import { recipes } from './recipes.ts';
import { buildSmallNet } from './small-net.ts';

/** Trains the small network from random weights. @param recipe which of the two fixed recipes */
export async function measureScratch(
  tf: typeof TensorFlow,
  data: LabelledDataset,
  recipe: keyof typeof recipes.scratch,
): Promise<Score> {
  const started = performance.now();
  const model = withSoftmax(tf, buildSmallNet(tf, data.train.xs.shape[1]));
  await trainModel(tf, model, data.train, { ...recipes.scratch[recipe], batchSize: recipes.batchSize });
  return score(
    {
      validation: predictClasses(tf, model, data.validation.xs),
      test: predictClasses(tf, model, data.test.xs),
    },
    labelsOf(data),
    started,
  );
}

/** The small network trained on another pair of classes. */
export interface OtherPair {
  /** Returns a copy of the network without its classifier, for pictures of a side in pixels. */
  copy(side: number): Base;
  /** Returns the most probable of its own two classes for each picture. */
  predict(pictures: TensorFlow.Tensor4D): readonly number[];
}

/** Trains the small network on another pair of classes. */
export async function trainOtherPair(
  tf: typeof TensorFlow,
  { xs, ys }: Pick<LabelledDataset['train'], 'xs' | 'ys'>,
): Promise<OtherPair> {
  const net = buildSmallNet(tf, xs.shape[1]);
  const model = withSoftmax(tf, net);
  await trainModel(tf, model, { xs, ys }, recipes.otherPair);
  const [body, classifier] = [net.getWeights(), model.layers.at(-1)?.getWeights() ?? []].map((weights) =>
    weights.map((weight) => weight.clone()),
  );
  const build = (side: number): TensorFlow.LayersModel => {
    const copy = buildSmallNet(tf, side);
    copy.setWeights(body ?? []);
    return copy;
  };
  return {
    copy: (side) => ({
      model: build(side),
      toInput: (pictures) => pictures.clone(),
      isInLastBlock: (layer) => layer === 'small_conv5',
    }),
    predict(pictures) {
      const whole = withSoftmax(tf, build(pictures.shape[1]));
      whole.layers.at(-1)?.setWeights(classifier ?? []);
      return predictClasses(tf, whole, pictures);
    },
  };
}

function withSoftmax(tf: typeof TensorFlow, net: TensorFlow.LayersModel): TensorFlow.LayersModel {
  const outputs = tf.layers
    .dense({ units: 2, activation: 'softmax' })
    .apply(net.outputs[0] as TensorFlow.SymbolicTensor);
  return tf.model({ inputs: net.inputs, outputs: outputs as TensorFlow.SymbolicTensor });
}
