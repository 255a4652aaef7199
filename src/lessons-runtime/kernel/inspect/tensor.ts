import type { Tensor } from '@tensorflow/tfjs';
import type { OutputOf } from '../../protocol/output.ts';
import type { CapturedOutput } from '../output/capture-output.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { printTensor } from './print-tensor.ts';
import { picturesOf } from './tensor-pictures.ts';
import { statisticsOf } from './tensor-statistics.ts';

/**
 * Shape, type, values, range, histogram and pictures of a tensor. A copy that shares its data is taken at once and read later,
 * so a cell may dispose of the tensor right after it displayed it.
 */
export async function tensorPart(
  tf: TensorFlow,
  tensor: Tensor,
  variable?: OutputOf<'tensor'>['variable'],
): Promise<CapturedOutput> {
  const about: OutputOf<'tensor'> = {
    kind: 'tensor',
    shape: tensor.shape.slice(),
    dtype: tensor.dtype,
    preview: '',
    range: null,
    ...(variable !== undefined && { variable }),
  };
  if (tensor.isDisposed) return { part: { ...about, disposed: true }, transfer: [] };
  const copy = tf.keep(tensor.clone());
  try {
    const values: ArrayLike<number> | string[] = await copy.data();
    return described(about, values);
  } finally {
    copy.dispose();
  }
}

function described(about: OutputOf<'tensor'>, values: ArrayLike<number> | string[]): CapturedOutput {
  const { shape, dtype } = about;
  const printed = { ...about, preview: printTensor(values, shape, dtype) };
  if (dtype === 'string' || dtype === 'complex64') return { part: printed, transfer: [] };
  const numbers = values as ArrayLike<number>;
  const statistics = statisticsOf(numbers);
  const pictures = picturesOf(numbers, shape, statistics);
  if (pictures === null) return { part: { ...printed, ...statistics }, transfer: [] };
  return { part: { ...printed, ...statistics, pictures }, transfer: [pictures.pixels] };
}
