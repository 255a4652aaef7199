import {
  batch,
  dilationHeight,
  dilationWidth,
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

/** dx of a depthwise convolution: each input position gathers from the output positions that saw it. */
export function depthwiseInputGradient(dy: usize, w: usize, dx: usize): void {
  const bytes = inChannels << 2;
  const multiplier = outChannels / inChannels;
  for (let image = 0; image < batch; image++) {
    const outImage = dy + image * outHeight * outWidth * (outChannels << 2);
    for (let row = 0; row < inHeight; row++) {
      for (let column = 0; column < inWidth; column++) {
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

/** The output row or column that saw `position` through a tap, or −1. */
function seenFrom(position: i32, tap: i32, dilation: i32, pad: i32, stride: i32, size: i32): i32 {
  const offset = position + pad - tap * dilation;
  if (offset < 0) return -1;
  if (stride === 1) return offset < size ? offset : -1;
  const at = offset / stride;
  return at * stride === offset && at < size ? at : -1;
}

function gather16(dy: usize, w: usize, dx: usize, row: i32, column: i32, channel: i32): void {
  const bytes = inChannels << 2;
  const at = channel << 2;
  let sum0 = f32x4.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const outRow = seenFrom(row, tapRow, dilationHeight, padTop, strideHeight, outHeight);
    if (outRow < 0) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const outColumn = seenFrom(column, tapColumn, dilationWidth, padLeft, strideWidth, outWidth);
      if (outColumn < 0) continue;
      const out = dy + (outRow * outWidth + outColumn) * bytes + at;
      const tap = w + (tapRow * filterWidth + tapColumn) * bytes + at;
      sum0 = multiplyAdd(v128.load(out), v128.load(tap), sum0);
      sum1 = multiplyAdd(v128.load(out, 16), v128.load(tap, 16), sum1);
      sum2 = multiplyAdd(v128.load(out, 32), v128.load(tap, 32), sum2);
      sum3 = multiplyAdd(v128.load(out, 48), v128.load(tap, 48), sum3);
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
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const outRow = seenFrom(row, tapRow, dilationHeight, padTop, strideHeight, outHeight);
    if (outRow < 0) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const outColumn = seenFrom(column, tapColumn, dilationWidth, padLeft, strideWidth, outWidth);
      if (outColumn < 0) continue;
      const out = v128.load(dy + (outRow * outWidth + outColumn) * bytes + at);
      sum = multiplyAdd(out, v128.load(w + (tapRow * filterWidth + tapColumn) * bytes + at), sum);
    }
  }
  v128.store(dx + at, sum);
}

function gather1(dy: usize, w: usize, dx: usize, row: i32, column: i32, channel: i32, multiplier: i32): void {
  let sum: f32 = 0;
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const outRow = seenFrom(row, tapRow, dilationHeight, padTop, strideHeight, outHeight);
    if (outRow < 0) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const outColumn = seenFrom(column, tapColumn, dilationWidth, padLeft, strideWidth, outWidth);
      if (outColumn < 0) continue;
      const out = (outRow * outWidth + outColumn) * outChannels;
      const tap = (tapRow * filterWidth + tapColumn) * outChannels;
      for (let copy = channel * multiplier; copy < (channel + 1) * multiplier; copy++) {
        sum += load<f32>(dy + ((out + copy) << 2)) * load<f32>(w + ((tap + copy) << 2));
      }
    }
  }
  store<f32>(dx + (channel << 2), sum);
}
