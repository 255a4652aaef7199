import type * as TensorFlow from '@tensorflow/tfjs';

/** Creates the small network of lesson 3 up to its last feature map: five blocks of convolution, BatchNorm, ReLU, pooling. */
export function buildSmallNet(tf: typeof TensorFlow): TensorFlow.LayersModel {
  const input = tf.input({ shape: [64, 64, 3] });
  let x = input;
  for (const filters of [16, 32, 64, 96, 128]) {
    for (const layer of [
      tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }),
      tf.layers.batchNormalization({ momentum: 0.9 }),
      tf.layers.reLU(),
      tf.layers.maxPooling2d({ poolSize: 2 }),
    ])
      x = layer.apply(x) as TensorFlow.SymbolicTensor;
  }
  return tf.model({ inputs: input, outputs: x });
}

/** Adds a head to a base: pooling, if `hasHidden` a layer of 128 units, and a softmax of two classes. */
export function withHead(
  tf: typeof TensorFlow,
  base: TensorFlow.LayersModel,
  hasHidden: boolean,
): TensorFlow.LayersModel {
  const layers = [
    tf.layers.globalAveragePooling2d({}),
    ...(hasHidden ? [tf.layers.dense({ units: 128, activation: 'relu' })] : []),
    tf.layers.dense({ units: 2, activation: 'softmax' }),
  ];
  const outputs = layers.reduce(
    (x, layer) => layer.apply(x) as TensorFlow.SymbolicTensor,
    base.outputs[0] as TensorFlow.SymbolicTensor,
  );
  return tf.model({ inputs: base.inputs, outputs });
}
