import type { backend_util } from '@tensorflow/tfjs-core';
import type { HeapModule } from './heap-module.ts';
import type { Core, KernelCall } from './tensor-flow.ts';

/** The geometry of a convolution or pooling as tfjs-core computes it: sizes, strides, padding. */
export type WindowInfo = backend_util.Conv2DInfo;

type Shape4 = [number, number, number, number];
type Pair = [number, number] | number;
type Padding = Parameters<typeof backend_util.computeConv2DInfo>[4];
type Rounding = Parameters<typeof backend_util.computeConv2DInfo>[5];

/** @throws {Error} for `dataFormat: 'NCHW'`, which tfjs's wasm backend does not support either */
export function convolutionInfo(
  { backend_util }: Core,
  { attrs = {} }: KernelCall,
  inShape: readonly number[],
  filterShape: readonly number[],
  isDepthwise: boolean,
): WindowInfo {
  const { strides, dilations, pad, dimRoundingMode, dataFormat } = attrs;
  if (dataFormat === 'NCHW') {
    throw new Error(`The wasm backend convolves only tensors of data format NHWC (channelsLast), not NCHW.`);
  }
  return backend_util.computeConv2DInfo(
    inShape as Shape4,
    filterShape as Shape4,
    strides as Pair,
    (dilations ?? [1, 1]) as Pair,
    pad as Padding,
    dimRoundingMode as Rounding,
    isDepthwise,
  );
}

export function poolInfo(
  { backend_util }: Core,
  { attrs = {} }: KernelCall,
  inShape: readonly number[],
): WindowInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  return backend_util.computePool2DInfo(
    inShape as Shape4,
    filterSize as Pair,
    strides as Pair,
    1,
    pad as Padding,
    dimRoundingMode as Rounding,
  );
}

/** Sets the geometry in the WebAssembly module, for the next convolution or pooling. */
export function setGeometry({ functions }: HeapModule, info: WindowInfo): void {
  functions.setGeometry(
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  );
}

/**
 * Returns whether tfjs's own wasm kernels are correct for a geometry. They are not if the stride is larger than a padded window
 * (the results are zeros, tfjs issue 5907), or if tfjs-core and XNNPACK compute different output sizes (memory is overwritten):
 * with numeric padding of windows that are not square, and with windows larger than the padded input.
 */
export function isNativeSafe(info: WindowInfo): boolean {
  const { padInfo, effectiveFilterHeight, effectiveFilterWidth, strideHeight, strideWidth } = info;
  if (padInfo.type === 'SAME')
    return strideHeight <= effectiveFilterHeight && strideWidth <= effectiveFilterWidth;
  const isSameSize = (size: number, pads: number, window: number, stride: number, out: number) =>
    size + pads >= window && Math.floor((size + pads - window) / stride) + 1 === out;
  return (
    isSameSize(
      info.inHeight,
      padInfo.top + padInfo.bottom,
      effectiveFilterHeight,
      strideHeight,
      info.outHeight,
    ) &&
    isSameSize(info.inWidth, padInfo.left + padInfo.right, effectiveFilterWidth, strideWidth, info.outWidth)
  );
}

/** Returns the same for pooling, where in addition no window may contain only padding. */
export function isNativeSafePool(info: WindowInfo): boolean {
  const { padInfo, effectiveFilterHeight, effectiveFilterWidth } = info;
  return (
    isNativeSafe(info) &&
    Math.max(padInfo.top, padInfo.bottom) < effectiveFilterHeight &&
    Math.max(padInfo.left, padInfo.right) < effectiveFilterWidth
  );
}

/** Thrown for a convolution or pooling that tfjs's own kernels compute wrongly, if the engine cannot run this package's. */
export class UnsafeWindowError extends Error {
  constructor(kernelName: string, inShape: readonly number[], { padInfo, ...info }: WindowInfo) {
    super(
      `The wasm backend cannot compute ${kernelName} of shape [${inShape.join(',')}] with a window of ` +
        `${info.effectiveFilterHeight}×${info.effectiveFilterWidth}, strides [${info.strideHeight},${info.strideWidth}] and ` +
        `padding ${padInfo.type}: a stride larger than the window, or a padding that does not fit it.`,
    );
    this.name = 'UnsafeWindowError';
  }
}
