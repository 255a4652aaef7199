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

/** y of max or average pooling; an average excludes the padding. */
export function pool(x: usize, y: usize, isMax: bool): void {
  for (let image = 0; image < batch; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const row = outRow * strideHeight - padTop;
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const column = outColumn * strideWidth - padLeft;
        for (let channel = 0; channel < inChannels; channel++) {
          store<f32>(y, poolWindow(x + (channel << 2), row, column, isMax));
          y += 4;
        }
      }
    }
    x += (inHeight * inWidth * inChannels) << 2;
  }
}

function poolWindow(x: usize, row: i32, column: i32, isMax: bool): f32 {
  let largest: f32 = -Infinity;
  let sum: f32 = 0;
  let count: f32 = 0;
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const inRow = row + tapRow * dilationHeight;
    if (<u32>inRow >= <u32>inHeight) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const inColumn = column + tapColumn * dilationWidth;
      if (<u32>inColumn >= <u32>inWidth) continue;
      const value = load<f32>(x + (((inRow * inWidth + inColumn) * inChannels) << 2));
      largest = max(largest, value);
      sum += value;
      count++;
    }
  }
  return isMax ? largest : sum / count;
}
