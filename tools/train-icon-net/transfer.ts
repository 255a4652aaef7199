import type * as TensorFlow from '@tensorflow/tfjs';
import type { IconDataset } from '../../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import { meanRecall } from '../measures.ts';

/** How a base is used: as it is, with a new head on its features; or trained with the head. */
type BaseUse = 'frozen' | 'trained';

const epochs = 20;
const batchSize = 16;
const learningRate = 0.001;

/**
 * Trains a head (128 units, then one a class) on a base, 20 epochs of Adam at 0.001, and examines it on designers that it
 * never saw.
 * @param base up to its pooled features, [batch, features]
 * @returns the mean of the classes' recalls, 0 to 1
 */
export async function accuracyOfTransfer(
  tf: typeof TensorFlow,
  base: TensorFlow.LayersModel,
  use: BaseUse,
  { train, validation, classNames }: IconDataset,
  seed: number,
): Promise<number> {
  const features = base.outputs[0]?.shape[1];
  if (typeof features !== 'number') throw new Error('the base gives no features');
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
  if (start === undefined || firstOutput === undefined) throw new Error('the base has no ends');
  let output = firstOutput;
  for (const layer of head) {
    const next = layer.apply(output);
    if (!(next instanceof tf.SymbolicTensor)) throw new Error('a head has one output');
    output = next;
  }
  const model = tf.model({ inputs: start, outputs: output });
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const seen = (pictures: TensorFlow.Tensor4D) =>
    use === 'frozen' ? single(base.predict(pictures)) : pictures;
  const xs = seen(train.xs);
  await model.fit(xs, train.ys, { epochs, batchSize, verbose: 0 });
  const guessed = tf.tidy(() => single(model.predict(seen(validation.xs), { batchSize: 32 })).argMax(1));
  const guesses = await guessed.data();
  if (use === 'frozen') xs.dispose();
  guessed.dispose();
  optimizer.dispose();
  return meanRecall(guesses, validation.labels, classNames.length);
}

function single(output: TensorFlow.Tensor | TensorFlow.Tensor[]): TensorFlow.Tensor {
  if (Array.isArray(output)) throw new Error('the model has several outputs');
  return output;
}
