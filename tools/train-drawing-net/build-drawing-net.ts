import type * as TensorFlow from '@tensorflow/tfjs';
import { buildClassifier } from '../train-network/build-classifier.ts';

/** The number of filters of the convolutions of each block; the last is the number of features. */
export const blocks = [[24], [48], [96, 96], [192, 192]] as const;

/** The last feature maps, [batch, height / 8, width / 8, 192]. */
export const lastFeatureLayer = 'relu6';

/**
 * Creates the network: six convolutions 3×3 with ReLU in four blocks, with max pooling 2×2 between the blocks, global average
 * pooling, and one logit for each class. It has about 620,000 weights without the classifier.
 *
 * @param options.channels 1 to train with grey pictures, 3 for the published network, which takes RGB
 * @param options.normalized whether BatchNorm is between convolution and ReLU, as in training; the published network has it
 *   folded into the convolutions
 * @param options.seed of the initial weights; by default they are random
 * @returns input [batch, height, width, channels], from 0 (ink) to 1 (paper), at least 8 × 8; output `predictions`,
 *   [batch, classes]
 */
export function buildDrawingNet(
  tf: typeof TensorFlow,
  {
    classes,
    channels,
    normalized,
    seed,
  }: { classes: number; channels: 1 | 3; normalized: boolean; seed?: number },
): TensorFlow.LayersModel {
  return buildClassifier(tf, { name: 'drawing_net', channels, classes, seed }, ({ add, seedOf }) => {
    let number = 0;
    blocks.forEach((counts, block) => {
      if (block > 0) add(tf.layers.maxPooling2d({ name: `pool${block}`, poolSize: 2, strides: 2 }));
      for (const filters of counts) {
        number += 1;
        add(
          tf.layers.conv2d({
            name: `conv${number}`,
            filters,
            kernelSize: 3,
            padding: 'same',
            useBias: !normalized,
            kernelInitializer: tf.initializers.heNormal(seedOf(number)),
          }),
        );
        if (normalized) add(tf.layers.batchNormalization({ name: `norm${number}`, momentum: 0.98 }));
        add(tf.layers.reLU({ name: `relu${number}` }));
      }
    });
  });
}
