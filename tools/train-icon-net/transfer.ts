import type * as TensorFlow from '@tensorflow/tfjs';
import type { IconDataset } from '../../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import { meanRecall } from '../measures.ts';

/** Whether only the new head is trained on the base's features, or the base as well. */
type BaseUse = 'frozen' | 'trained';

const epochs = 20;
const batchSize = 16;
const learningRate = 0.001;

/**
 * Trains a head (128 units, then one per class) on a base for 20 epochs with Adam at 0.001, and evaluates it on icons by
 * designers that are not in the training data.
 * @param base a model whose output is pooled features, [batch, features]
 * @returns the mean of the classes' recalls, from 0 to 1
 */
export async function accuracyOfTransfer(
  tf: typeof TensorFlow,
  base: TensorFlow.LayersModel,
  use: BaseUse,
  { train, validation, classNames }: IconDataset,
  seed: number,
): Promise<number> {
  const features = base.outputs[0]?.shape[1];
  if (typeof features !== 'number') throw new Error('the base has no pooled features as its output');
  const head = [
    tf.layers.dense({
      units: 128,
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed }),
    }),
    tf.layers.dense({
      units: classNames.length,
      activation: 'softmax',
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 1 }),
    }),
  ];
  const start = use === 'frozen' ? tf.input({ shape: [features] }) : base.inputs[0];
  const firstOutput = use === 'frozen' ? start : base.outputs[0];
  if (start === undefined || firstOutput === undefined) throw new Error('the base has no input or output');
  let output = firstOutput;
  for (const layer of head) {
    const next = layer.apply(output);
    if (!(next instanceof tf.SymbolicTensor)) throw new Error('the head has several outputs');
    output = next;
  }
  const model = tf.model({ inputs: start, outputs: output });
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const toInput = (pictures: TensorFlow.Tensor4D) =>
    use === 'frozen' ? single(base.predict(pictures)) : pictures;
  const xs = toInput(train.xs);
  await model.fit(xs, train.ys, { epochs, batchSize, verbose: 0 });
  const classes = tf.tidy(() => single(model.predict(toInput(validation.xs), { batchSize: 32 })).argMax(1));
  const predicted = await classes.data();
  if (use === 'frozen') xs.dispose();
  classes.dispose();
  optimizer.dispose();
  return meanRecall(predicted, validation.labels, classNames.length);
}

function single(output: TensorFlow.Tensor | TensorFlow.Tensor[]): TensorFlow.Tensor {
  if (Array.isArray(output)) throw new Error('the model has several outputs');
  return output;
}
