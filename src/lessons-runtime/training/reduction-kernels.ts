import type { HeapKernel, PlainKernel } from './kernel-replacement.ts';
import { type Core, inputOf, numbersOf } from './tensor-flow.ts';

/** Splits a shape into reduced rows and remaining columns. @returns `null` unless the reduced axes are the leading ones */
export function leadingRows(
  { util }: Core,
  shape: readonly number[],
  axis: number | number[],
): { readonly rows: number; readonly columns: number[] } | null {
  const axes = util.parseAxisParam(axis, [...shape]).sort((one, other) => one - other);
  const columns = shape.slice(axes.length);
  const isLeading = axes.length > 0 && columns.length > 0 && axes.every((each, index) => each === index);
  return isLeading ? { rows: util.sizeFromShape(shape.slice(0, axes.length)), columns } : null;
}

/**
 * Sums or means over the leading axes, such as the gradients of biases and the statistics of a batch, without a transposition.
 * For other axes tfjs's own kernel is used.
 */
const reduction =
  (isMean: boolean): HeapKernel =>
  (call, { core, original }, heap) => {
    const x = inputOf(call, 'x');
    const { axis, keepDims } = call.attrs ?? {};
    const leading = leadingRows(core, x.shape, axis as number[]);
    if (leading === null || x.dtype !== 'float32') return original(call);
    const { rows, columns } = leading;
    const keptDims = x.shape.map((length, index) => (index < x.shape.length - columns.length ? 1 : length));
    const out = heap.output(keepDims ? keptDims : columns);
    const factor = isMean ? 1 / rows : 1;
    heap.functions.sumRows(heap.at(x), heap.at(out), rows, core.util.sizeFromShape(columns), factor);
    return out;
  };

export const sum = reduction(false);
export const mean = reduction(true);

/** out[…, c] = row[c] · factor, of shape `shape`: the gradient of a mean over the leading axes. */
export const repeatRow: HeapKernel = (call, { core }, heap) => {
  const row = inputOf(call, 'row');
  const factor = Number(call.attrs?.['factor']);
  const out = heap.output(numbersOf(call, 'shape'));
  const columns = core.util.sizeFromShape(row.shape);
  const rows = core.util.sizeFromShape(out.shape) / Math.max(1, columns);
  heap.functions.repeatRow(heap.at(row), heap.at(out), rows, columns, factor);
  return out;
};

/** The gradient of gather and of embeddings, for which tfjs's wasm backend has no kernel. */
export const unsortedSegmentSum: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const segmentIds = inputOf(call, 'segmentIds');
  const segments = Number(call.attrs?.['numSegments']);
  const inner = x.shape.slice(segmentIds.shape.length);
  const out = heap.output([segments, ...inner]);
  const rows = core.util.sizeFromShape(segmentIds.shape);
  const columns = core.util.sizeFromShape(inner);
  heap.functions.sumSegments(heap.at(x), heap.at(segmentIds), heap.at(out), rows, columns, segments);
  return out;
};

/** Returns another reference to the same values, as tfjs's other backends do; its own wasm kernel copies them. */
export const identity: PlainKernel = (call, { backend, original }) => {
  const { dataId, shape, dtype } = inputOf(call, 'x');
  if (dtype === 'string') return original(call);
  backend.incRef(dataId);
  return { dataId, shape, dtype };
};

/** Casts to the same dtype without a copy; to another dtype, tfjs's own kernel is used. */
export const cast: PlainKernel = (call, context) =>
  call.attrs?.['dtype'] === inputOf(call, 'x').dtype ? identity(call, context) : context.original(call);
