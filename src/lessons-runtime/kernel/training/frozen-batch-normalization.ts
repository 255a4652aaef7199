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
 * Makes `BatchNormalization` of tfjs behave as in Keras:
 *
 * - A frozen layer runs in inference mode even during training: it normalizes by its moving statistics and does not update them.
 *   Keras does so since TensorFlow 2.0 (“setting `trainable = False` on the layer means that it will be subsequently run in
 *   inference mode”, API reference of `BatchNormalization`; in its source, `if training and self.trainable`). tfjs 4.22 checks
 *   only `training` (`layers/normalization.js`), so fine-tuning updates the statistics of a frozen backbone, and the prediction
 *   for a picture depends on the other pictures of its batch.
 * - A layer with `scale: false` or `center: false` can be trained. tfjs reads the missing weight and throws, as does the gradient
 *   of its `batchNorm` if either is missing.
 */
export function freezeBatchNormalization(tf: TensorFlow): void {
  const prototype: object = Object.getPrototypeOf(tf.layers.batchNormalization());
  replaceMethod<BatchNormalization>(prototype, 'call', (call) => {
    return function (inputs, kwargs) {
      const given: { readonly training?: boolean } = kwargs ?? {};
      const training = given.training === true && this.trainable;
      const run = () => call.call(this, inputs, { ...given, training });
      if (this.scale && this.center) return run();
      return tf.tidy(() => withBothWeights(tf, this, run) as Tensor);
    };
  });
}

/** Sets a missing scale to ones and a missing center to zeros during a call. */
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
