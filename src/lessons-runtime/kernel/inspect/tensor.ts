import type { Tensor } from '@tensorflow/tfjs';
import type { OutputOf } from '../../protocol/output.ts';
import type { CapturedOutput } from '../output/capture-output.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { printTensor } from './print-tensor.ts';
import { picturesOf } from './tensor-pictures.ts';
import { statisticsOf } from './tensor-statistics.ts';

/**
 * Returns the part that shows a tensor: shape, type, values, range, histogram and pictures. The tensor is cloned at once, which
 * shares its data, so a cell may dispose of the tensor right after it displayed it.
 */
export async function tensorPart(
  tf: TensorFlow,
  tensor: Tensor,
  variable?: OutputOf<'tensor'>['variable'],
): Promise<CapturedOutput> {
  const part: OutputOf<'tensor'> = {
    kind: 'tensor',
    shape: tensor.shape.slice(),
    dtype: tensor.dtype,
    preview: '',
    range: null,
    ...(variable !== undefined && { variable }),
  };
  if (tensor.isDisposed) return { part: { ...part, disposed: true }, transfer: [] };
  const copy = tf.keep(tensor.clone());
  try {
    const values: ArrayLike<number> | string[] = await copy.data();
    return withValues(part, values);
  } finally {
    copy.dispose();
  }
}

function withValues(part: OutputOf<'tensor'>, values: ArrayLike<number> | string[]): CapturedOutput {
  const { shape, dtype } = part;
  const printed = { ...part, preview: printTensor(values, shape, dtype) };
  if (isTexts(values) || dtype === 'complex64') return { part: printed, transfer: [] };
  const statistics = statisticsOf(values);
  const pictures = picturesOf(values, shape, statistics);
  if (pictures === null) return { part: { ...printed, ...statistics }, transfer: [] };
  return { part: { ...printed, ...statistics, pictures }, transfer: [pictures.pixels] };
}

function isTexts(values: ArrayLike<number> | string[]): values is string[] {
  return Array.isArray(values);
}
