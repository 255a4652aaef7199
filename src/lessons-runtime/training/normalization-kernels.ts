import type { Tensor } from '@tensorflow/tfjs-core';
import type { HeapKernel } from './kernel-replacement.ts';
import { inputOf } from './tensor-flow.ts';

/** Batch normalization with statistics of shape [channels]; with other shapes, tfjs's own kernel is used. */
export const batchNormalization: HeapKernel = (call, { core, original }, heap) => {
  const x = inputOf(call, 'x');
  const mean = inputOf(call, 'mean');
  const columns = x.shape.at(-1) ?? 0;
  const { variance, offset, scale } = call.inputs as Record<string, Tensor | undefined>;
  const isRow = ({ shape }: { readonly shape: readonly number[] }) =>
    shape.length === 1 && shape[0] === columns;
  const areRows = [mean, variance, offset, scale].every(
    (row) => row === undefined || row === null || isRow(row),
  );
  if (!areRows || !variance || columns === 0) return original(call);
  const y = heap.output(x.shape);
  core.tidy(() => {
    const perDeviation = core.rsqrt(core.add(variance, Number(call.attrs?.['varianceEpsilon'])));
    const factor = scale ? core.mul(perDeviation, scale) : perDeviation;
    const shift = offset ?? core.zeros([columns]);
    const offsets = [x, mean, factor, shift, y].map((tensor) => heap.at(tensor));
    const [atX = 0, atMean = 0, atFactor = 0, atShift = 0, atY = 0] = offsets;
    const rows = core.util.sizeFromShape(x.shape) / columns;
    heap.functions.normalizeRows(atX, atMean, atFactor, atShift, atY, rows, columns);
  });
  return y;
};

/** y[…, c] = x[…, c] · factor[c]. */
export const scaleColumns: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const factor = inputOf(call, 'factor');
  const columns = core.util.sizeFromShape(factor.shape);
  const y = heap.output(x.shape);
  const rows = core.util.sizeFromShape(x.shape) / Math.max(1, columns);
  heap.functions.scaleColumns(heap.at(x), heap.at(factor), heap.at(y), rows, columns);
  return y;
};

/** out[c] = Σ dy[…, c] · (x[…, c] − mean[c]). */
export const sumDeviations: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const dy = inputOf(call, 'dy');
  const mean = inputOf(call, 'mean');
  const columns = core.util.sizeFromShape(mean.shape);
  const out = heap.output([columns]);
  const rows = core.util.sizeFromShape(x.shape) / Math.max(1, columns);
  heap.functions.sumDeviations(heap.at(x), heap.at(mean), heap.at(dy), heap.at(out), rows, columns);
  return out;
};
