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
