import type * as TensorFlow from '@tensorflow/tfjs';
import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs';

/** Labelled pictures. */
export interface LabelledExamples {
  /** float32 [pictures, imageSize, imageSize, 3], 0 to 1. */
  readonly xs: Tensor4D;
  /** float32 [pictures, classes], one-hot rows. */
  readonly ys: Tensor2D;
  /** The class of each picture, as an index of `classNames`. */
  readonly labels: readonly number[];
  /** The example that each picture shows, for example `m31`. */
  readonly ids: readonly string[];
}

/** The functions of TensorFlow.js that create the tensors. */
export type TensorFactory = Pick<typeof TensorFlow, 'tensor4d' | 'tensor2d'>;

/**
 * Creates the tensors of labelled pictures.
 * @param values [pictures · imageSize · imageSize · 3], 0 to 255
 * @param pictures the id and the class of each picture, counted from 0
 * @param sizes the side of a picture in pixels, and the number of classes
 */
export function toLabelledExamples(
  tf: TensorFactory,
  values: ArrayLike<number>,
  pictures: readonly { readonly id: string; readonly label: number }[],
  { imageSize, classes }: { readonly imageSize: number; readonly classes: number },
): LabelledExamples {
  const pixels = Float32Array.from(values, (value) => value / 255);
  const labels = pictures.map(({ label }) => label);
  const oneHot = labels.map((label) =>
    Array.from({ length: classes }, (_, place) => (place === label ? 1 : 0)),
  );
  return {
    xs: tf.tensor4d(pixels, [pictures.length, imageSize, imageSize, 3]),
    ys: tf.tensor2d(oneHot, [pictures.length, classes], 'float32'),
    labels,
    ids: pictures.map(({ id }) => id),
  };
}
