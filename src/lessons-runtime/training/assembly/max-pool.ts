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

/** The place of the largest where a window sees nothing, or nothing but NaN. */
const nowhere: i32 = -1;

/** dx of max pooling: each window's gradient goes to its first largest value, row by row, as on tfjs's cpu. */
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
          const places = largest4(x + at, row, column);
          give(dx + at, i32x4.extract_lane(places, 0), dy + at);
          give(dx + at + 4, i32x4.extract_lane(places, 1), dy + at + 4);
          give(dx + at + 8, i32x4.extract_lane(places, 2), dy + at + 8);
          give(dx + at + 12, i32x4.extract_lane(places, 3), dy + at + 12);
        }
        for (; at < bytes; at += 4) give(dx + at, largest1(x + at, row, column), dy + at);
        dy += bytes;
      }
    }
    x += imageBytes;
    dx += imageBytes;
  }
}

function give(dx: usize, place: i32, dy: usize): void {
  if (place === nowhere) return;
  const to = dx + place;
  store<f32>(to, load<f32>(to) + load<f32>(dy));
}

/** Bytes from `x` to the largest value of a window, in each of four channels. */
function largest4(x: usize, row: i32, column: i32): v128 {
  let best = f32x4.splat(-Infinity);
  let place = i32x4.splat(nowhere);
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
      place = v128.bitselect(i32x4.splat(offset), place, isLarger);
    }
  }
  return place;
}

function largest1(x: usize, row: i32, column: i32): i32 {
  let best: f32 = -Infinity;
  let place = nowhere;
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
        place = offset;
      }
    }
  }
  return place;
}
