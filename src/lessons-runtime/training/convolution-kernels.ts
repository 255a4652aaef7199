import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { HeapModule } from './heap-module.ts';
import type { HeapKernel } from './kernel-replacement.ts';
import { inputOf, numbersOf } from './tensor-flow.ts';
import { convolutionInfo, setGeometry, type WindowInfo } from './window-geometry.ts';

/** y = x ∗ filter: x [batch, height, width, in], filter [height, width, in, out], y [batch, height, width, out]. */
export const convolution: HeapKernel = (call, { core }, heap) => {
  const filter = inputOf(call, 'filter');
  const x = inputOf(call, 'x');
  return convolve(x, filter, convolutionInfo(core, call, x.shape, filter.shape, false), heap);
};

/**
 * Convolution with bias and activation. If the bias is not [out], or the activation is not linear, relu or relu6, tfjs's own
 * kernel is used.
 */
export const fusedConvolution: HeapKernel = (call, { core, original }, heap) => {
  const { x, filter, bias } = call.inputs;
  const range = activationRange(call.attrs?.['activation']);
  if (x === undefined || filter === undefined || bias === undefined || range === null) return original(call);
  const info = convolutionInfo(core, call, x.shape, filter.shape, false);
  if (bias.shape.length !== 1 || bias.shape[0] !== info.outChannels) return original(call);
  const y = convolve(x, filter, info, heap);
  const rows = info.batchSize * info.outHeight * info.outWidth;
  heap.functions.addBias(heap.at(y), heap.at(bias), rows, info.outChannels, ...range);
  return y;
};

export const convolutionFilterGradient: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const dy = inputOf(call, 'dy');
  const filterShape = numbersOf(call, 'filterShape');
  setGeometry(heap, convolutionInfo(core, call, x.shape, filterShape, false));
  const scratch = heap.scratch(heap.functions.convolutionScratchBytes());
  const dFilter = heap.output(filterShape);
  heap.functions.convolveFilterGradient(heap.at(x), heap.at(dy), heap.at(dFilter), scratch);
  return dFilter;
};

export const convolutionInputGradient: HeapKernel = (call, { core }, heap) => {
  const filter = inputOf(call, 'filter');
  const dy = inputOf(call, 'dy');
  const inputShape = numbersOf(call, 'inputShape');
  setGeometry(heap, convolutionInfo(core, call, inputShape, filter.shape, false));
  const scratch = heap.scratch(heap.functions.convolutionScratchBytes());
  const dx = heap.output(inputShape);
  heap.functions.convolveInputGradient(heap.at(dy), heap.at(filter), heap.at(dx), scratch);
  return dx;
};

function convolve(x: TensorInfo, filter: TensorInfo, info: WindowInfo, heap: HeapModule): TensorInfo {
  setGeometry(heap, info);
  const scratch = heap.scratch(heap.functions.convolutionScratchBytes());
  const y = heap.output(info.outShape);
  heap.functions.convolve(heap.at(x), heap.at(filter), heap.at(y), scratch);
  return y;
}

/** Returns the range to which an activation clips its argument; `null` for an activation that is not a clip. */
function activationRange(activation: unknown): readonly [low: number, high: number] | null {
  if (activation === 'linear') return [-Infinity, Infinity];
  if (activation === 'relu') return [0, Infinity];
  return activation === 'relu6' ? [0, 6] : null;
}
