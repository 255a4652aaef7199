import type { Tensor, Tensor1D, Tensor4D } from '@tensorflow/tfjs-core';
import type { PlainKernel } from './kernel-replacement.ts';
import { type Core, inputOf, type KernelCall, numbersOf } from './tensor-flow.ts';
import {
  convolutionInfo,
  isNativeSafe,
  isNativeSafePool,
  poolInfo,
  UnsafeWindowError,
  type WindowInfo,
} from './window-geometry.ts';

/**
 * Returns the kernels that are required to train convolutional networks, composed of tfjs's own operations, one tap (filter
 * element) at a time. For engines without SIMD; several times slower than the WebAssembly kernels.
 */
export function composedKernels(core: Core): Readonly<Record<string, PlainKernel>> {
  const filterGradient =
    (isDepthwise: boolean): PlainKernel =>
    (call) =>
      core.tidy(() => {
        const x = tensorOf(call, 'x');
        const dy = tensorOf(call, 'dy');
        const filterShape = numbersOf(call, 'filterShape');
        const info = convolutionInfo(core, call, x.shape, filterShape, isDepthwise);
        const { inChannels, outChannels } = info;
        const padded = padForTaps(core, x, info);
        const out = isDepthwise
          ? dy.reshape([-1, inChannels, outChannels / inChannels])
          : dy.reshape([-1, outChannels]);
        const taps = tapsOf(info).map((tap) => {
          const values = valuesAtTap(core, padded, info, tap);
          return isDepthwise
            ? core.sum(core.mul(values.reshape([-1, inChannels, 1]), out), 0)
            : core.matMul(values.reshape([-1, inChannels]), out, true);
        });
        return core.stack(taps).reshape(filterShape);
      });

  const depthwiseInputGradient: PlainKernel = (call) =>
    core.tidy(() => {
      const dy = tensorOf(call, 'dy');
      const filter = tensorOf(call, 'filter');
      const inputShape = numbersOf(call, 'inputShape');
      const info = convolutionInfo(core, call, inputShape, filter.shape, true);
      const { batchSize, outHeight, outWidth, inChannels, outChannels } = info;
      const out = dy.reshape([-1, inChannels, outChannels / inChannels]);
      const taps = filter.reshape([-1, inChannels, outChannels / inChannels]).unstack();
      const parts = tapsOf(info).map((tap, index) => {
        const weight = taps[index];
        if (weight === undefined) throw new Error(`the filter has no tap ${index}`);
        const part = core.sum(core.mul(out, weight), 2).reshape([batchSize, outHeight, outWidth, inChannels]);
        return scatterToTap(core, part as Tensor4D, info, tap);
      });
      const { top, left } = info.padInfo;
      return core.addN(parts).slice([0, top, left, 0], inputShape as [number, number, number, number]);
    });

  const maxPoolGradient: PlainKernel = (call, { backend }) => {
    const x = tensorOf(call, 'input');
    const info = poolInfo(core, call, x.shape);
    const dx = computeMaxPoolGradient(x.dataSync(), tensorOf(call, 'dy').dataSync(), info);
    const result = backend.makeOutput(x.shape, 'float32');
    new Float32Array(backend.wasm.HEAPU8.buffer, backend.getMemoryOffset(result.dataId), dx.length).set(dx);
    return result;
  };

  const unsortedSegmentSum: PlainKernel = (call) =>
    core.tidy(() => {
      const x = tensorOf(call, 'x');
      const segmentIds = inputOf(call, 'segmentIds') as Tensor1D;
      const segments = Number(call.attrs?.['numSegments']);
      const membership = core.oneHot(segmentIds.flatten(), segments).cast('float32');
      const sums = core.matMul(membership, x.reshape([segmentIds.size, -1]), true);
      return sums.reshape([segments, ...x.shape.slice(segmentIds.rank)]);
    });

  const guarded =
    (name: string, info: (call: KernelCall) => WindowInfo, isSafe = isNativeSafe): PlainKernel =>
    (call, { original }) => {
      const window = info(call);
      if (!isSafe(window)) throw new UnsafeWindowError(name, inputOf(call, 'x').shape, window);
      return original(call);
    };
  const convolutionOf = (isDepthwise: boolean) => (call: KernelCall) =>
    convolutionInfo(core, call, inputOf(call, 'x').shape, inputOf(call, 'filter').shape, isDepthwise);
  const poolOf = (call: KernelCall) => poolInfo(core, call, inputOf(call, 'x').shape);

  return {
    [core.Conv2D]: guarded(core.Conv2D, convolutionOf(false)),
    [core.FusedConv2D]: guarded(core.FusedConv2D, convolutionOf(false)),
    [core.DepthwiseConv2dNative]: guarded(core.DepthwiseConv2dNative, convolutionOf(true)),
    [core.MaxPool]: guarded(core.MaxPool, poolOf, isNativeSafePool),
    [core.AvgPool]: guarded(core.AvgPool, poolOf, isNativeSafePool),
    [core.Conv2DBackpropFilter]: filterGradient(false),
    [core.DepthwiseConv2dNativeBackpropFilter]: filterGradient(true),
    [core.DepthwiseConv2dNativeBackpropInput]: depthwiseInputGradient,
    [core.MaxPoolGrad]: maxPoolGradient,
    [core.UnsortedSegmentSum]: unsortedSegmentSum,
  };
}

interface Tap {
  readonly row: number;
  readonly column: number;
}

/** Returns an input of rank 4. tfjs passes tensors to its kernels, though the declared type is `TensorInfo`. */
function tensorOf(call: KernelCall, name: string): Tensor4D {
  return inputOf(call, name) as Tensor4D;
}

/** Returns the first position of each tap in the padded input. */
function tapsOf(info: WindowInfo): readonly Tap[] {
  return Array.from({ length: info.filterHeight * info.filterWidth }, (_, index) => ({
    row: Math.floor(index / info.filterWidth) * info.dilationHeight,
    column: (index % info.filterWidth) * info.dilationWidth,
  }));
}

/** Returns the size of an input that is padded so far that every tap at every output position is inside. */
function paddedSize(info: WindowInfo): readonly [height: number, width: number] {
  const { padInfo, effectiveFilterHeight, effectiveFilterWidth } = info;
  return [
    Math.max((info.outHeight - 1) * info.strideHeight + effectiveFilterHeight, padInfo.top + info.inHeight),
    Math.max((info.outWidth - 1) * info.strideWidth + effectiveFilterWidth, padInfo.left + info.inWidth),
  ];
}

function padForTaps(core: Core, x: Tensor4D, info: WindowInfo): Tensor4D {
  const [height, width] = paddedSize(info);
  const { top, left } = info.padInfo;
  const down: [number, number] = [top, height - top - info.inHeight];
  return core.pad(x, [[0, 0], down, [left, width - left - info.inWidth], [0, 0]]);
}

/** Returns the input values under one tap at every output position: [batch, outHeight, outWidth, inChannels]. */
function valuesAtTap(core: Core, padded: Tensor4D, info: WindowInfo, { row, column }: Tap): Tensor {
  const { batchSize, outHeight, outWidth, strideHeight, strideWidth, inChannels } = info;
  const endRow = row + (outHeight - 1) * strideHeight + 1;
  const endColumn = column + (outWidth - 1) * strideWidth + 1;
  return core.stridedSlice(
    padded,
    [0, row, column, 0],
    [batchSize, endRow, endColumn, inChannels],
    [1, strideHeight, strideWidth, 1],
  );
}

/** Inverts `valuesAtTap`: returns zeros of the padded input's size, with `part` at the positions of the tap. */
function scatterToTap(core: Core, part: Tensor4D, info: WindowInfo, { row, column }: Tap): Tensor4D {
  const { batchSize, outHeight, outWidth, strideHeight, strideWidth, inChannels } = info;
  const across = core.pad(part.reshape([-1, 1, inChannels]), [
    [0, 0],
    [0, strideWidth - 1],
    [0, 0],
  ]);
  const line = outWidth * strideWidth * inChannels;
  const down = core.pad(across.reshape([-1, 1, line]), [
    [0, 0],
    [0, strideHeight - 1],
    [0, 0],
  ]);
  const height = (outHeight - 1) * strideHeight + 1;
  const width = (outWidth - 1) * strideWidth + 1;
  const lines = core.reshape(down, [batchSize, outHeight * strideHeight, outWidth * strideWidth, inChannels]);
  const spread = core.slice(lines as Tensor4D, [0, 0, 0, 0], [batchSize, height, width, inChannels]);
  const [fullHeight, fullWidth] = paddedSize(info);
  const below: [number, number] = [row, fullHeight - row - height];
  return core.pad(spread, [[0, 0], below, [column, fullWidth - column - width], [0, 0]]);
}

/** Computes dx of max pooling: each window's gradient is added at its first largest value. */
function computeMaxPoolGradient(x: ArrayLike<number>, dy: ArrayLike<number>, info: WindowInfo): Float32Array {
  const { batchSize, inHeight, inWidth, inChannels: channels, padInfo } = info;
  const dx = new Float32Array(batchSize * inHeight * inWidth * channels);
  for (let index = 0; index < dy.length; index += 1) {
    const channel = index % channels;
    const position = Math.floor(index / channels);
    const column = (position % info.outWidth) * info.strideWidth - padInfo.left;
    const line = Math.floor(position / info.outWidth);
    const row = (line % info.outHeight) * info.strideHeight - padInfo.top;
    const image = Math.floor(line / info.outHeight);
    let argMax = -1;
    let largest = Number.NEGATIVE_INFINITY;
    for (const tap of tapsOf(info)) {
      const [inRow, inColumn] = [row + tap.row, column + tap.column];
      if (inRow < 0 || inRow >= inHeight || inColumn < 0 || inColumn >= inWidth) continue;
      const at = ((image * inHeight + inRow) * inWidth + inColumn) * channels + channel;
      const value = x[at] ?? Number.NEGATIVE_INFINITY;
      if (value > largest) [largest, argMax] = [value, at];
    }
    if (argMax >= 0) dx[argMax] = (dx[argMax] ?? 0) + (dy[index] ?? 0);
  }
  return dx;
}
