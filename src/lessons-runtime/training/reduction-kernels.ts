import type { HeapKernel, PlainKernel } from './kernel-replacement.ts';
import { type Core, inputOf } from './tensor-flow.ts';

/** The shape as rows and columns, where the axes are the first ones and leave some; `null` for others. */
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

/** Sums or means over the leading axes, as gradients of biases and statistics of a batch are: no transposition. */
const reduction =
  (isMean: boolean): HeapKernel =>
  (call, { core, original }, heap) => {
    const x = inputOf(call, 'x');
    const { axis, keepDims } = call.attrs ?? {};
    const leading = leadingRows(core, x.shape, axis as number[]);
    if (leading === null || x.dtype !== 'float32') return original(call);
    const { rows, columns } = leading;
    const kept = x.shape.map((length, index) => (index < x.shape.length - columns.length ? 1 : length));
    const out = heap.output(keepDims ? kept : columns);
    const factor = isMean ? 1 / rows : 1;
    heap.functions.sumRows(heap.at(x), heap.at(out), rows, core.util.sizeFromShape(columns), factor);
    return out;
  };

export const sum = reduction(false);
export const mean = reduction(true);

/** A row of `columns` in each of the rows of `shape`, times `factor`: the gradient of a mean over the leading axes. */
export const repeatRow: HeapKernel = (call, { core }, heap) => {
  const row = inputOf(call, 'row');
  const { shape, factor } = call.attrs ?? {};
  const out = heap.output(shape as number[]);
  const columns = core.util.sizeFromShape(row.shape);
  const rows = core.util.sizeFromShape(out.shape) / Math.max(1, columns);
  heap.functions.repeatRow(heap.at(row), heap.at(out), rows, columns, Number(factor));
  return out;
};

/** The gradient of gather and of embeddings; tfjs has none for wasm. */
export const unsortedSegmentSum: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const segmentIds = inputOf(call, 'segmentIds');
  const segments = call.attrs?.['numSegments'] as number;
  const inner = x.shape.slice(segmentIds.shape.length);
  const out = heap.output([segments, ...inner]);
  const rows = core.util.sizeFromShape(segmentIds.shape);
  const columns = core.util.sizeFromShape(inner);
  heap.functions.sumSegments(heap.at(x), heap.at(segmentIds), heap.at(out), rows, columns, segments);
  return out;
};

/** tfjs's own copies the values; a second owner of the same is what its other backends make. */
export const identity: PlainKernel = (call, { backend, original }) => {
  const { dataId, shape, dtype } = inputOf(call, 'x');
  if (dtype === 'string') return original(call);
  backend.incRef(dataId);
  return { dataId, shape, dtype };
};

/** A cast to the type that it has already, the same; for others tfjs's own. */
export const cast: PlainKernel = (call, workplace) =>
  call.attrs?.['dtype'] === inputOf(call, 'x').dtype ? identity(call, workplace) : workplace.original(call);
