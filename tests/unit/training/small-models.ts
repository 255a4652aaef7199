import * as tf from '@tensorflow/tfjs';

/** Small classifiers of 16 × 16 pictures with the architectures that the course trains, for tfjs's cpu backend. */
export const modelKinds = ['small CNN', 'MobileNetV1', 'MobileNetV2', 'EfficientNet-Lite0'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const pixels = 16;
export const classes = 3;

/** Creates a model with seeded weights, the same on every backend. */
export function createSmallModel(kind: ModelKind): tf.LayersModel {
  let seed = 0;
  const initializer = () => {
    seed += 1;
    return tf.initializers.heNormal({ seed });
  };
  const conv = (filters: number, kernelSize: number, strides: number, x: tf.SymbolicTensor) =>
    tf.layers
      .conv2d({ filters, kernelSize, strides, padding: 'same', kernelInitializer: initializer() })
      .apply(x) as tf.SymbolicTensor;
  const depthwise = (kernelSize: number, strides: number, x: tf.SymbolicTensor) =>
    tf.layers
      .depthwiseConv2d({ kernelSize, strides, padding: 'same', depthwiseInitializer: initializer() })
      .apply(x) as tf.SymbolicTensor;
  const relu6 = (x: tf.SymbolicTensor) => tf.layers.reLU({ maxValue: 6 }).apply(x) as tf.SymbolicTensor;
  const normalize = (x: tf.SymbolicTensor) => tf.layers.batchNormalization().apply(x) as tf.SymbolicTensor;
  const add = (one: tf.SymbolicTensor, other: tf.SymbolicTensor) =>
    tf.layers.add().apply([one, other]) as tf.SymbolicTensor;

  /** The inverted residual block of MobileNetV2 and EfficientNet: expansion, depthwise convolution, projection. */
  const inverted = (filters: number, kernelSize: number, strides: number, x: tf.SymbolicTensor) => {
    const channels = x.shape[3] ?? 0;
    const expanded = relu6(conv(channels * 4, 1, 1, x));
    const filtered = relu6(depthwise(kernelSize, strides, expanded));
    const projected = conv(filters, 1, 1, filtered);
    return strides === 1 && filters === channels ? add(projected, x) : projected;
  };

  const input = tf.input({ shape: [pixels, pixels, 3] });
  const bodies: Readonly<Record<ModelKind, () => tf.SymbolicTensor>> = {
    'small CNN': () => {
      // The activation comes after the pooling, so that windows may contain only negative values.
      const pooled = tf.layers.maxPooling2d({ poolSize: 2 }).apply(conv(8, 3, 1, input)) as tf.SymbolicTensor;
      const active = tf.layers
        .activation({ activation: 'relu' })
        .apply(normalize(pooled)) as tf.SymbolicTensor;
      const averaged = tf.layers.averagePooling2d({ poolSize: 3, strides: 2 }).apply(conv(12, 5, 1, active));
      return tf.layers.activation({ activation: 'elu' }).apply(averaged) as tf.SymbolicTensor;
    },
    MobileNetV1: () =>
      [
        [12, 1],
        [16, 2],
        [16, 1],
      ].reduce(
        (x, [filters = 0, strides = 1]) => relu6(conv(filters, 1, 1, relu6(depthwise(3, strides, x)))),
        relu6(conv(8, 3, 2, input)),
      ),
    MobileNetV2: () => inverted(12, 3, 1, inverted(12, 3, 2, inverted(8, 3, 1, relu6(conv(8, 3, 2, input))))),
    'EfficientNet-Lite0': () =>
      relu6(
        conv(
          32,
          1,
          1,
          inverted(12, 5, 2, inverted(12, 5, 1, inverted(12, 3, 2, relu6(conv(8, 3, 2, input))))),
        ),
      ),
  };
  const pooled = tf.layers.globalAveragePooling2d({}).apply(bodies[kind]()) as tf.SymbolicTensor;
  const output = tf.layers
    .dense({ units: classes, activation: 'softmax', kernelInitializer: initializer() })
    .apply(pooled) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: output });
}
