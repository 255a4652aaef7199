import type { HeapKernel, PlainKernel } from './kernel-replacement.ts';
import { inputOf } from './tensor-flow.ts';

/** Sums over the leading axes, as the gradient of a bias is one, in place of a transposition and a sum. */
export const sum: HeapKernel = (call, { core, original }, heap) => {
  const x = inputOf(call, 'x');
  const { axis, keepDims } = call.attrs ?? {};
  const axes = core.util.parseAxisParam(axis as number[], x.shape).sort((one, other) => one - other);
  const columns = x.shape.slice(axes.length);
  const isLeading = axes.length > 0 && columns.length > 0 && axes.every((each, index) => each === index);
  if (!isLeading || x.dtype !== 'float32') return original(call);
  const width = core.util.sizeFromShape(columns);
  const out = heap.output(keepDims ? [...axes.map(() => 1), ...columns] : columns);
  const rows = core.util.sizeFromShape(x.shape.slice(0, axes.length));
  heap.functions.sumRows(heap.at(x), heap.at(out), rows, width);
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
