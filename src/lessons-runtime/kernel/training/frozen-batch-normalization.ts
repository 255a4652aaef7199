import type { Tensor } from '@tensorflow/tfjs';
import type { Layer } from '../network/layers.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

interface BatchNormalization extends Layer {
  scale: boolean;
  center: boolean;
  gamma?: Weight;
  beta?: Weight;
  readonly movingMean: { readonly shape: number[] };
}
interface Weight {
  read(): Tensor;
}

/**
 * Makes `BatchNormalization` as Keras means it, in this worker's tfjs:
 *
 * - Frozen, it runs in inference mode, in training too: it normalizes by its moving statistics and leaves them alone.
 *   Keras has it so since TensorFlow 2.0 (“setting `trainable = False` on the layer means that it will be subsequently run
 *   in inference mode”, API reference of `BatchNormalization`; in its source, `if training and self.trainable`). tfjs 4.22
 *   looks at `training` only (`layers/normalization.js`), so that fine-tuning moves the statistics of a frozen backbone,
 *   and each picture's prediction depends on the others of its batch.
 * - Made with `scale: false` or `center: false`, it can train, and be trained through. tfjs reads the missing weight and
 *   throws, as does the gradient of its `batchNorm` where either is left out.
 */
export function freezeBatchNormalization(tf: TensorFlow): void {
  const prototype: object = Object.getPrototypeOf(tf.layers.batchNormalization());
  replaceMethod(prototype, 'call', (call) => {
    return function (this: unknown, inputs: unknown, kwargs: unknown) {
      const layer = this as BatchNormalization;
      const given = (kwargs ?? {}) as { readonly training?: boolean };
      const training = given.training === true && layer.trainable;
      const run = () => call.call(layer, inputs, { ...given, training });
      if (layer.scale && layer.center) return run();
      return tf.tidy(() => withBothWeights(tf, layer, run) as Tensor);
    };
  });
}

/** Lends the layer a scale of ones or a center of zeros for the time of a call. */
function withBothWeights(tf: TensorFlow, layer: BatchNormalization, run: () => unknown): unknown {
  const { scale, center } = layer;
  const shape = layer.movingMean.shape;
  if (!scale) layer.gamma = { read: () => tf.ones(shape) };
  if (!center) layer.beta = { read: () => tf.zeros(shape) };
  Object.assign(layer, { scale: true, center: true });
  try {
    return run();
  } finally {
    Object.assign(layer, { scale, center });
    if (!scale) delete layer.gamma;
    if (!center) delete layer.beta;
  }
}
