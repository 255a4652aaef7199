import type { backend_util } from '@tensorflow/tfjs-core';
import type { HeapModule } from './heap-module.ts';
import type { Core, KernelCall } from './tensor-flow.ts';

/** A convolution or pooling as tfjs-core works it out: sizes, strides, padding. */
export type WindowInfo = backend_util.Conv2DInfo;

type Shape4 = [number, number, number, number];
type Pair = [number, number] | number;
type Padding = Parameters<typeof backend_util.computeConv2DInfo>[4];
type Rounding = Parameters<typeof backend_util.computeConv2DInfo>[5];

/** @throws {Error} for `dataFormat: 'NCHW'`, which tfjs's wasm backend does not know either */
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
 * Whether tfjs's own wasm kernels can be trusted with these windows. They cannot where the stride is larger than a padded
 * window (zeros: tfjs issue 5907), nor where tfjs-core and XNNPACK disagree on the output's size (memory is overwritten):
 * numeric padding of windows that are not square, windows larger than the padded input.
 */
export function isNativeSafe(info: WindowInfo): boolean {
  const { padInfo, effectiveFilterHeight, effectiveFilterWidth, strideHeight, strideWidth } = info;
  if (padInfo.type === 'SAME')
    return strideHeight <= effectiveFilterHeight && strideWidth <= effectiveFilterWidth;
  const fits = (size: number, pads: number, window: number, stride: number, out: number) =>
    size + pads >= window && Math.floor((size + pads - window) / stride) + 1 === out;
  return (
    fits(info.inHeight, padInfo.top + padInfo.bottom, effectiveFilterHeight, strideHeight, info.outHeight) &&
    fits(info.inWidth, padInfo.left + padInfo.right, effectiveFilterWidth, strideWidth, info.outWidth)
  );
}

/** The same of a pooling, where a window that sees nothing but padding is a case of its own: −∞, or no average. */
export function isNativeSafePool(info: WindowInfo): boolean {
  const { padInfo, effectiveFilterHeight, effectiveFilterWidth } = info;
  return (
    isNativeSafe(info) &&
    Math.max(padInfo.top, padInfo.bottom) < effectiveFilterHeight &&
    Math.max(padInfo.left, padInfo.right) < effectiveFilterWidth
  );
}

/** A convolution or pooling that tfjs's own kernels would get wrong, where there are no others. */
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
