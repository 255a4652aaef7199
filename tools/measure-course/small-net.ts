import type * as TensorFlow from '@tensorflow/tfjs';

/** The number of filters of each convolution of the small network; the last is the number of features. */
const filters = [16, 32, 64, 96, 128] as const;

/**
 * Creates the small network of lesson 3 up to the means of its last feature maps: five blocks of convolution, BatchNorm, ReLU
 * and pooling.
 * @param side of the pictures in pixels, at least 32
 * @returns input [batch, side, side, 3], output [batch, 128]
 */
export function buildSmallNet(tf: typeof TensorFlow, side: number): TensorFlow.LayersModel {
  const input = tf.input({ shape: [side, side, 3] });
  let x = input;
  filters.forEach((count, index) => {
    for (const layer of [
      tf.layers.conv2d({
        name: `small_conv${index + 1}`,
        filters: count,
        kernelSize: 3,
        padding: 'same',
        useBias: false,
      }),
      tf.layers.batchNormalization({ name: `small_norm${index + 1}`, momentum: 0.9 }),
      tf.layers.reLU({ name: `small_relu${index + 1}` }),
      tf.layers.maxPooling2d({ name: `small_pool${index + 1}`, poolSize: 2 }),
    ])
      x = layer.apply(x) as TensorFlow.SymbolicTensor;
  });
  const pooled = tf.layers.globalAveragePooling2d({ name: 'small_average_pool' }).apply(x);
  return tf.model({ inputs: input, outputs: pooled as TensorFlow.SymbolicTensor });
}
