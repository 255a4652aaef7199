import type * as TensorFlow from '@tensorflow/tfjs';

/** Filters of each convolution; the last is the number of features. */
export const filters = [16, 32, 64, 96, 128] as const;

/**
 * Five times convolution 3×3, ReLU, max pooling, each half as large as the one before; then the mean of each feature map,
 * and one logit a class. About 190,000 weights without the classifier.
 *
 * @param options.normalized with BatchNorm between convolution and ReLU: how it is trained. Without: how it is used, the
 *   BatchNorm folded into the convolutions.
 * @param options.seed of the first weights; by lot where it is left out
 * @returns input [batch, height, width, 3], 0 to 1, of any size from 32 up; output `predictions`, [batch, classes]
 */
export function buildIconNet(
  tf: typeof TensorFlow,
  { classes, normalized, seed }: { classes: number; normalized: boolean; seed?: number },
): TensorFlow.LayersModel {
  const input = tf.input({ shape: [null, null, 3], name: 'image' });
  let x = input;
  const add = (layer: TensorFlow.layers.Layer): void => {
    const output = layer.apply(x);
    if (!(output instanceof tf.SymbolicTensor)) throw new Error(`${layer.name} has several outputs`);
    x = output;
  };
  const seedOf = (offset: number) => (seed === undefined ? {} : { seed: seed + offset });
  filters.forEach((count, index) => {
    const number = index + 1;
    add(
      tf.layers.conv2d({
        name: `conv${number}`,
        filters: count,
        kernelSize: 3,
        padding: 'same',
        useBias: !normalized,
        kernelInitializer: tf.initializers.heNormal(seedOf(number)),
        ...(normalized ? {} : { activation: 'relu' }),
      }),
    );
    if (normalized) {
      add(tf.layers.batchNormalization({ name: `norm${number}`, momentum: 0.97 }));
      add(tf.layers.reLU({ name: `relu${number}` }));
    }
    add(tf.layers.maxPooling2d({ name: `pool${number}`, poolSize: 2, strides: 2 }));
  });
  add(tf.layers.globalAveragePooling2d({ name: 'average_pool' }));
  add(
    tf.layers.dense({
      name: 'logits',
      units: classes,
      kernelInitializer: tf.initializers.glorotUniform(seedOf(0)),
    }),
  );
  add(tf.layers.softmax({ name: 'predictions' }));
  return tf.model({ inputs: input, outputs: x, name: 'icon_net' });
}
