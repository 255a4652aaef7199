import type { HeapKernel } from './kernel-replacement.ts';
import { inputOf } from './tensor-flow.ts';

/** dx = dy where `low ≤ x ≤ high`, else 0. */
export const clipGradient: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const dy = inputOf(call, 'dy');
  const { low, high } = call.attrs ?? {};
  const dx = heap.output(x.shape);
  const count = core.util.sizeFromShape(x.shape);
  heap.functions.clipGradient(heap.at(x), heap.at(dy), heap.at(dx), count, Number(low), Number(high));
  return dx;
};

/** dx = dy where `0 < x ≤ high`, else 0. */
export const reluGradient: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const dy = inputOf(call, 'dy');
  const dx = heap.output(x.shape);
  const count = core.util.sizeFromShape(x.shape);
  heap.functions.reluGradient(heap.at(x), heap.at(dy), heap.at(dx), count, Number(call.attrs?.['high']));
  return dx;
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
