import {
  batch,
  dilationHeight,
  dilationWidth,
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideHeight,
  strideWidth,
} from './geometry';

/** The offset of the maximum if a window contains no value but NaN. */
const none: i32 = -1;

/** dx of max pooling: each window's gradient is added at its first largest value, row by row, as on tfjs's cpu backend. */
export function maxPoolGradient(x: usize, dy: usize, dx: usize): void {
  const bytes = inChannels << 2;
  const imageBytes = inHeight * inWidth * bytes;
  memory.fill(dx, 0, batch * imageBytes);
  for (let image = 0; image < batch; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const row = outRow * strideHeight - padTop;
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const column = outColumn * strideWidth - padLeft;
        let at = 0;
        for (; at + 16 <= bytes; at += 16) {
          const offsets = argMax4(x + at, row, column);
          addGradient(dx + at, i32x4.extract_lane(offsets, 0), dy + at);
          addGradient(dx + at + 4, i32x4.extract_lane(offsets, 1), dy + at + 4);
          addGradient(dx + at + 8, i32x4.extract_lane(offsets, 2), dy + at + 8);
          addGradient(dx + at + 12, i32x4.extract_lane(offsets, 3), dy + at + 12);
        }
        for (; at < bytes; at += 4) addGradient(dx + at, argMax1(x + at, row, column), dy + at);
        dy += bytes;
      }
    }
    x += imageBytes;
    dx += imageBytes;
  }
}

function addGradient(dx: usize, offset: i32, dy: usize): void {
  if (offset === none) return;
  const to = dx + offset;
  store<f32>(to, load<f32>(to) + load<f32>(dy));
}

/** Returns the bytes from `x` to the largest value of a window, in each of four channels. */
function argMax4(x: usize, row: i32, column: i32): v128 {
  let best = f32x4.splat(-Infinity);
  let bestOffset = i32x4.splat(none);
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const inRow = row + tapRow * dilationHeight;
    if (<u32>inRow >= <u32>inHeight) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const inColumn = column + tapColumn * dilationWidth;
      if (<u32>inColumn >= <u32>inWidth) continue;
      const offset = (inRow * inWidth + inColumn) * (inChannels << 2);
      const value = v128.load(x + offset);
      const isLarger = f32x4.gt(value, best);
      best = v128.bitselect(value, best, isLarger);
      bestOffset = v128.bitselect(i32x4.splat(offset), bestOffset, isLarger);
    }
  }
  return bestOffset;
}

function argMax1(x: usize, row: i32, column: i32): i32 {
  let best: f32 = -Infinity;
  let bestOffset = none;
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const inRow = row + tapRow * dilationHeight;
    if (<u32>inRow >= <u32>inHeight) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const inColumn = column + tapColumn * dilationWidth;
      if (<u32>inColumn >= <u32>inWidth) continue;
      const offset = (inRow * inWidth + inColumn) * (inChannels << 2);
      const value = load<f32>(x + offset);
      if (value > best) {
        best = value;
        bestOffset = offset;
      }
    }
  }
  return bestOffset;
}
