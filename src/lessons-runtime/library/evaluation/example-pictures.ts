import type { Tensor } from '@tensorflow/tfjs';
import { picturesOf } from '../../kernel/inspect/tensor-pictures.ts';
import { statisticsOf } from '../../kernel/inspect/tensor-statistics.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';

/** RGBA pixels, row by row. */
export interface ExamplePicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: ArrayBuffer;
}

/**
 * Returns the pictures at some indices of a batch; `null` for each if the batch does not contain pictures.
 * @param batch [n, height, width, channels]
 * @param side the maximum of the longer side, in pixels
 */
export async function picturesAt(
  tf: TensorFlow,
  batch: Tensor,
  indices: readonly number[],
  side: number,
): Promise<readonly (ExamplePicture | null)[]> {
  if (batch.shape.length !== 4 || indices.length === 0) return indices.map(() => null);
  const chosen = tf.gather(batch, [...indices]);
  const values = await chosen.data();
  chosen.dispose();
  const statistics = statisticsOf(values);
  const size = values.length / indices.length;
  return indices.map((_, at) => {
    const pixels = values.subarray(at * size, (at + 1) * size);
    const picture = picturesOf(pixels, batch.shape.slice(1), statistics, side);
    return picture && { width: picture.width, height: picture.height, pixels: picture.pixels };
  });
}
