import type { HeapKernel } from './kernel-replacement.ts';
import { inputOf, numbersOf } from './tensor-flow.ts';
import { convolutionInfo, isNativeSafe, setGeometry } from './window-geometry.ts';

/** Depthwise convolution. Uses tfjs's own kernel where that is correct, unless this one is faster: with blocks of 16 channels. */
export const depthwise: HeapKernel = (call, { core, original }, heap) => {
  const x = inputOf(call, 'x');
  const filter = inputOf(call, 'filter');
  const info = convolutionInfo(core, call, x.shape, filter.shape, true);
  const isFast = info.outChannels === info.inChannels && info.inChannels % 16 === 0;
  if (!isFast && isNativeSafe(info)) return original(call);
  const y = heap.output(info.outShape);
  setGeometry(heap, info);
  heap.functions.depthwise(heap.at(x), heap.at(filter), heap.at(y));
  return y;
};

export const depthwiseFilterGradient: HeapKernel = (call, { core }, heap) => {
  const x = inputOf(call, 'x');
  const dy = inputOf(call, 'dy');
  const filterShape = numbersOf(call, 'filterShape');
  const dFilter = heap.output(filterShape);
  setGeometry(heap, convolutionInfo(core, call, x.shape, filterShape, true));
  heap.functions.depthwiseFilterGradient(heap.at(x), heap.at(dy), heap.at(dFilter));
  return dFilter;
};

export const depthwiseInputGradient: HeapKernel = (call, { core }, heap) => {
  const filter = inputOf(call, 'filter');
  const dy = inputOf(call, 'dy');
  const inputShape = numbersOf(call, 'inputShape');
  const dx = heap.output(inputShape);
  setGeometry(heap, convolutionInfo(core, call, inputShape, filter.shape, true));
  heap.functions.depthwiseInputGradient(heap.at(dy), heap.at(filter), heap.at(dx));
  return dx;
};
