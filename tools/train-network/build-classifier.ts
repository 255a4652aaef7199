import type * as TensorFlow from '@tensorflow/tfjs';

/** What the layers before the classifier are added with. */
interface Builder {
  /** Adds a layer after the last one. */
  add(layer: TensorFlow.layers.Layer): void;
  /** Returns the option `seed` of an initializer; without it if the weights are random. @param offset differs between layers */
  seedOf(offset: number): { readonly seed?: number };
}

/**
 * Creates a network of a chain of layers, global average pooling, and one logit for each class.
 * @param options.seed of the initial weights; by default they are random
 * @param addFeatures adds the layers up to the last feature maps; offset 0 of `seedOf` is that of the classifier
 * @returns input `image`, [batch, height, width, channels]; output `predictions`, [batch, classes]
 */
export function buildClassifier(
  tf: typeof TensorFlow,
  {
    name,
    channels,
    classes,
    seed,
  }: {
    readonly name: string;
    readonly channels: number;
    readonly classes: number;
    readonly seed: number | undefined;
  },
  addFeatures: (builder: Builder) => void,
): TensorFlow.LayersModel {
  const input = tf.input({ shape: [null, null, channels], name: 'image' });
  let x = input;
  const add = (layer: TensorFlow.layers.Layer): void => {
    const output = layer.apply(x);
    if (!(output instanceof tf.SymbolicTensor)) throw new Error(`${layer.name} has several outputs`);
    x = output;
  };
  const seedOf = (offset: number) => (seed === undefined ? {} : { seed: seed + offset });
  addFeatures({ add, seedOf });
  add(tf.layers.globalAveragePooling2d({ name: 'average_pool' }));
  add(
    tf.layers.dense({
      name: 'logits',
      units: classes,
      kernelInitializer: tf.initializers.glorotUniform(seedOf(0)),
    }),
  );
  add(tf.layers.softmax({ name: 'predictions' }));
  return tf.model({ inputs: input, outputs: x, name });
}
