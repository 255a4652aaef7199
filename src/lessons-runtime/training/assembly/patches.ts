import {
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

/** Returns the number of floats of a patch: the input values of a window. */
export function patchLength(): i32 {
  return filterHeight * filterWidth * inChannels;
}

/** Copies the patches of `count` output positions from `first` on to `to` (im2col), one in each row; the padding is zeros. */
export function gatherPatches(x: usize, first: i32, count: i32, to: usize): void {
  const bytes = inChannels << 2;
  for (let position = first; position < first + count; position++) {
    const column = (position % outWidth) * strideWidth - padLeft;
    const line = position / outWidth;
    const row = (line % outHeight) * strideHeight - padTop;
    const image = x + (line / outHeight) * inHeight * inWidth * bytes;
    for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
      const inRow = row + tapRow * dilationHeight;
      const rowInside = <u32>inRow < <u32>inHeight;
      for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
        const inColumn = column + tapColumn * dilationWidth;
        if (rowInside && <u32>inColumn < <u32>inWidth) {
          copyFloats(image + (inRow * inWidth + inColumn) * bytes, to, bytes);
        } else {
          memory.fill(to, 0, bytes);
        }
        to += bytes;
      }
    }
  }
}

/** Adds patches at the positions from which `gatherPatches` copies them (col2im). */
export function scatterPatches(from: usize, first: i32, count: i32, dx: usize): void {
  const bytes = inChannels << 2;
  for (let position = first; position < first + count; position++) {
    const column = (position % outWidth) * strideWidth - padLeft;
    const line = position / outWidth;
    const row = (line % outHeight) * strideHeight - padTop;
    const image = dx + (line / outHeight) * inHeight * inWidth * bytes;
    for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
      const inRow = row + tapRow * dilationHeight;
      for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
        const inColumn = column + tapColumn * dilationWidth;
        if (<u32>inRow < <u32>inHeight && <u32>inColumn < <u32>inWidth) {
          addFloats(from, image + (inRow * inWidth + inColumn) * bytes, bytes);
        }
        from += bytes;
      }
    }
  }
}

function copyFloats(from: usize, to: usize, bytes: i32): void {
  let at = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at));
  for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(from + at));
}

function addFloats(from: usize, to: usize, bytes: i32): void {
  let at = 0;
  for (; at + 16 <= bytes; at += 16) {
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
  for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at));
}
