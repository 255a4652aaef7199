import type { Tensor } from '@tensorflow/tfjs';
import type { Output } from '../../protocol/output.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Shape, type, range and a preview of a tensor. A copy that shares its data is taken at once and read later,
 * so a cell may dispose of the tensor right after it displayed it.
 */
export async function tensorPart(
  tf: TensorFlow,
  tensor: Tensor,
): Promise<Extract<Output, { kind: 'tensor' }>> {
  const about = { kind: 'tensor' as const, shape: tensor.shape.slice(), dtype: tensor.dtype as string };
  if (tensor.isDisposed) return { ...about, preview: '(disposed)', range: null };
  const copy = tf.keep(tensor.clone());
  try {
    const values = await copy.data();
    const range = typeof values[0] === 'string' ? null : rangeOf(values as ArrayLike<number>);
    return { ...about, preview: copy.toString().replace(/^Tensor\n\s*/, ''), range };
  } finally {
    copy.dispose();
  }
}

/** NaN anywhere makes all three NaN: the sign that a training went astray is not to be lost. */
function rangeOf(values: ArrayLike<number>): { min: number; max: number; mean: number } | null {
  if (values.length === 0) return null;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
  }
  return { min, max, mean: sum / values.length };
}
