import type { Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';

/** Converts a batch of pixels (0 to 255) to a network's input, such as `mobileNet.preprocessInput`. */
export type Preprocess = (pixels: Tensor4D) => Tensor;

/** Returns pictures as the input of a network. @param pixels RGB, 0 to 255, of pictures of the shape [n, height, width, 3] */
export function toInput(
  tf: TensorFlow,
  pixels: Float32Array,
  shape: [number, number, number, number],
  preprocess?: Preprocess,
): Tensor {
  const raw = tf.tensor4d(pixels, shape);
  return preprocess?.(raw) ?? raw;
}
