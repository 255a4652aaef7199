import type * as TensorFlow from '@tensorflow/tfjs';
import { buildClassifier } from '../train-network/build-classifier.ts';

/** The number of filters of each convolution; the last is the number of features. */
export const filters = [16, 32, 64, 96, 128] as const;

/**
 * Creates the network: five blocks of convolution 3×3, ReLU and max pooling 2×2, global average pooling, and one logit for
 * each class. It has about 190,000 weights without the classifier.
 *
 * @param options.normalized whether BatchNorm is between convolution and ReLU, as in training; the published network has it
 *   folded into the convolutions
 * @param options.seed of the initial weights; by default they are random
 * @returns input [batch, height, width, 3], from 0 to 1, at least 32 × 32; output `predictions`, [batch, classes]
 */
export function buildIconNet(
  tf: typeof TensorFlow,
  { classes, normalized, seed }: { classes: number; normalized: boolean; seed?: number },
): TensorFlow.LayersModel {
  return buildClassifier(tf, { name: 'icon_net', channels: 3, classes, seed }, ({ add, seedOf }) => {
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
  });
}
