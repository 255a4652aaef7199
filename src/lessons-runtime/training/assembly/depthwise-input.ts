import {
  batch,
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outChannels,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideHeight,
  strideWidth,
} from './geometry';
import { multiplyAdd } from './multiply-add';

// The taps that contain the current input position: from the first to the last, in steps of the stride.
let firstTapRow: i32 = 0;
let lastTapRow: i32 = 0;
let firstTapColumn: i32 = 0;
let lastTapColumn: i32 = 0;

/** dx of a depthwise convolution without dilation: each input position sums over the windows that contain it. */
export function depthwiseInputGradient(dy: usize, w: usize, dx: usize): void {
  const bytes = inChannels << 2;
  const multiplier = outChannels / inChannels;
  for (let image = 0; image < batch; image++) {
    const outImage = dy + image * outHeight * outWidth * (outChannels << 2);
    for (let row = padTop; row < inHeight + padTop; row++) {
      firstTapRow = max(row % strideHeight, row - (outHeight - 1) * strideHeight);
      lastTapRow = min(filterHeight - 1, row);
      for (let column = padLeft; column < inWidth + padLeft; column++) {
        firstTapColumn = max(column % strideWidth, column - (outWidth - 1) * strideWidth);
        lastTapColumn = min(filterWidth - 1, column);
        let channel = 0;
        if (multiplier === 1) {
          for (; channel + 16 <= inChannels; channel += 16) gather16(outImage, w, dx, row, column, channel);
          for (; channel + 4 <= inChannels; channel += 4) gather4(outImage, w, dx, row, column, channel);
        }
        for (; channel < inChannels; channel++) gather1(outImage, w, dx, row, column, channel, multiplier);
        dx += bytes;
      }
    }
  }
}

/** Computes dx of 16 channels at one position; `row` and `column` include the padding. */
function gather16(dy: usize, w: usize, dx: usize, row: i32, column: i32, channel: i32): void {
  const bytes = inChannels << 2;
  const at = channel << 2;
  let sum0 = f32x4.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  const firstColumn = (column - firstTapColumn) / strideWidth;
  for (let tapRow = firstTapRow; tapRow <= lastTapRow; tapRow += strideHeight) {
    const outRow = (row - tapRow) / strideHeight;
    let out = dy + (outRow * outWidth + firstColumn) * bytes + at;
    let tap = w + (tapRow * filterWidth + firstTapColumn) * bytes + at;
    for (let tapColumn = firstTapColumn; tapColumn <= lastTapColumn; tapColumn += strideWidth) {
      sum0 = multiplyAdd(v128.load(out), v128.load(tap), sum0);
      sum1 = multiplyAdd(v128.load(out, 16), v128.load(tap, 16), sum1);
      sum2 = multiplyAdd(v128.load(out, 32), v128.load(tap, 32), sum2);
      sum3 = multiplyAdd(v128.load(out, 48), v128.load(tap, 48), sum3);
      out -= bytes;
      tap += strideWidth * bytes;
    }
  }
  v128.store(dx + at, sum0);
  v128.store(dx + at, sum1, 16);
  v128.store(dx + at, sum2, 32);
  v128.store(dx + at, sum3, 48);
}

function gather4(dy: usize, w: usize, dx: usize, row: i32, column: i32, channel: i32): void {
  const bytes = inChannels << 2;
  const at = channel << 2;
  let sum = f32x4.splat(0);
  for (let tapRow = firstTapRow; tapRow <= lastTapRow; tapRow += strideHeight) {
    const outRow = (row - tapRow) / strideHeight;
    for (let tapColumn = firstTapColumn; tapColumn <= lastTapColumn; tapColumn += strideWidth) {
      const outColumn = (column - tapColumn) / strideWidth;
      const out = v128.load(dy + (outRow * outWidth + outColumn) * bytes + at);
      sum = multiplyAdd(out, v128.load(w + (tapRow * filterWidth + tapColumn) * bytes + at), sum);
    }
  }
  v128.store(dx + at, sum);
}

function gather1(dy: usize, w: usize, dx: usize, row: i32, column: i32, channel: i32, multiplier: i32): void {
  let sum: f32 = 0;
  for (let tapRow = firstTapRow; tapRow <= lastTapRow; tapRow += strideHeight) {
    const outRow = (row - tapRow) / strideHeight;
    for (let tapColumn = firstTapColumn; tapColumn <= lastTapColumn; tapColumn += strideWidth) {
      const outColumn = (column - tapColumn) / strideWidth;
      const out = (outRow * outWidth + outColumn) * outChannels;
      const tap = (tapRow * filterWidth + tapColumn) * outChannels;
      for (let copy = channel * multiplier; copy < (channel + 1) * multiplier; copy++) {
        sum += load<f32>(dy + ((out + copy) << 2)) * load<f32>(w + ((tap + copy) << 2));
      }
    }
  }
  store<f32>(dx + (channel << 2), sum);
}
