import {
  batch,
  dilationHeight,
  dilationWidth,
  endInside,
  filterHeight,
  filterWidth,
  firstInside,
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

/** How many channels are summed in registers together: 64 bytes, a cache line. */
const channelBlock: i32 = 16;
/** The bytes of x and dy, for one block of channels, that all taps pass over before the next images. */
const groupBytes: i32 = 1 << 18;

/** y of a depthwise convolution; `w` is [height, width, channels, multiplier]. */
export function depthwise(x: usize, w: usize, y: usize): void {
  const multiplier = outChannels / inChannels;
  for (let image = 0; image < batch; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const row = outRow * strideHeight - padTop;
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const column = outColumn * strideWidth - padLeft;
        let channel = 0;
        if (multiplier === 1) {
          for (; channel + channelBlock <= outChannels; channel += channelBlock) {
            window16(x, w, y, row, column, channel);
          }
        }
        for (; channel < outChannels; channel++) window1(x, w, y, row, column, channel, channel / multiplier);
        y += outChannels << 2;
      }
    }
    x += (inHeight * inWidth * inChannels) << 2;
  }
}

/** Computes 16 channels of y at one position. */
function window16(x: usize, w: usize, y: usize, row: i32, column: i32, channel: i32): void {
  const bytes = inChannels << 2;
  const at = channel << 2;
  let sum0 = f32x4.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const inRow = row + tapRow * dilationHeight;
    if (<u32>inRow >= <u32>inHeight) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const inColumn = column + tapColumn * dilationWidth;
      if (<u32>inColumn >= <u32>inWidth) continue;
      const from = x + (inRow * inWidth + inColumn) * bytes + at;
      const tap = w + (tapRow * filterWidth + tapColumn) * bytes + at;
      sum0 = multiplyAdd(v128.load(from), v128.load(tap), sum0);
      sum1 = multiplyAdd(v128.load(from, 16), v128.load(tap, 16), sum1);
      sum2 = multiplyAdd(v128.load(from, 32), v128.load(tap, 32), sum2);
      sum3 = multiplyAdd(v128.load(from, 48), v128.load(tap, 48), sum3);
    }
  }
  v128.store(y + at, sum0);
  v128.store(y + at, sum1, 16);
  v128.store(y + at, sum2, 32);
  v128.store(y + at, sum3, 48);
}

function window1(x: usize, w: usize, y: usize, row: i32, column: i32, channel: i32, inChannel: i32): void {
  let sum: f32 = 0;
  for (let tapRow = 0; tapRow < filterHeight; tapRow++) {
    const inRow = row + tapRow * dilationHeight;
    if (<u32>inRow >= <u32>inHeight) continue;
    for (let tapColumn = 0; tapColumn < filterWidth; tapColumn++) {
      const inColumn = column + tapColumn * dilationWidth;
      if (<u32>inColumn >= <u32>inWidth) continue;
      const from = (inRow * inWidth + inColumn) * inChannels + inChannel;
      const tap = (tapRow * filterWidth + tapColumn) * outChannels + channel;
      sum += load<f32>(x + (from << 2)) * load<f32>(w + (tap << 2));
    }
  }
  store<f32>(y + (channel << 2), sum);
}

/** dw of a depthwise convolution: for each tap and channel, the sum of x·dy over all positions. */
export function depthwiseFilterGradient(x: usize, dy: usize, dw: usize): void {
  const multiplier = outChannels / inChannels;
  const taps = filterHeight * filterWidth;
  const lineBytes = (inHeight * inWidth + outHeight * outWidth) * (channelBlock << 2);
  const group = max(1, groupBytes / max(1, lineBytes));
  memory.fill(dw, 0, (taps * outChannels) << 2);
  for (let image = 0; image < batch; image += group) {
    const images = min(group, batch - image);
    let channel = 0;
    if (multiplier === 1) {
      for (; channel + channelBlock <= outChannels; channel += channelBlock) {
        for (let tap = 0; tap < taps; tap++) tapGradient16(x, dy, dw, image, images, tap, channel);
      }
      for (; channel + 4 <= outChannels; channel += 4) {
        for (let tap = 0; tap < taps; tap++) tapGradient4(x, dy, dw, image, images, tap, channel);
      }
    }
    for (; channel < outChannels; channel++) {
      for (let tap = 0; tap < taps; tap++) {
        tapGradient1(x, dy, dw, image, images, tap, channel, channel / multiplier);
      }
    }
  }
}

/** Adds the sums of 16 channels for one tap, over `images` images from `image` on. */
function tapGradient16(
  x: usize,
  dy: usize,
  dw: usize,
  image: i32,
  images: i32,
  tap: i32,
  channel: i32,
): void {
  const down = (tap / filterWidth) * dilationHeight - padTop;
  const across = (tap % filterWidth) * dilationWidth - padLeft;
  const firstRow = firstInside(down, strideHeight);
  const endRow = endInside(down, strideHeight, inHeight, outHeight);
  const firstColumn = firstInside(across, strideWidth);
  const columns = endInside(across, strideWidth, inWidth, outWidth) - firstColumn;
  const bytes = inChannels << 2;
  const step = strideWidth * bytes;
  const at = dw + ((tap * inChannels + channel) << 2);
  let sum0 = v128.load(at);
  let sum1 = v128.load(at, 16);
  let sum2 = v128.load(at, 32);
  let sum3 = v128.load(at, 48);
  for (let each = image; each < image + images; each++) {
    for (let row = firstRow; row < endRow; row++) {
      const inRow = each * inHeight + row * strideHeight + down;
      let from = x + (inRow * inWidth + firstColumn * strideWidth + across) * bytes + (channel << 2);
      let out = dy + ((each * outHeight + row) * outWidth + firstColumn) * bytes + (channel << 2);
      for (let left = columns; left > 0; left--) {
        sum0 = multiplyAdd(v128.load(from), v128.load(out), sum0);
        sum1 = multiplyAdd(v128.load(from, 16), v128.load(out, 16), sum1);
        sum2 = multiplyAdd(v128.load(from, 32), v128.load(out, 32), sum2);
        sum3 = multiplyAdd(v128.load(from, 48), v128.load(out, 48), sum3);
        from += step;
        out += bytes;
      }
    }
  }
  v128.store(at, sum0);
  v128.store(at, sum1, 16);
  v128.store(at, sum2, 32);
  v128.store(at, sum3, 48);
}

function tapGradient4(x: usize, dy: usize, dw: usize, image: i32, images: i32, tap: i32, channel: i32): void {
  const down = (tap / filterWidth) * dilationHeight - padTop;
  const across = (tap % filterWidth) * dilationWidth - padLeft;
  const endRow = endInside(down, strideHeight, inHeight, outHeight);
  const firstColumn = firstInside(across, strideWidth);
  const columns = endInside(across, strideWidth, inWidth, outWidth) - firstColumn;
  const bytes = inChannels << 2;
  const at = dw + ((tap * inChannels + channel) << 2);
  let sum = v128.load(at);
  for (let each = image; each < image + images; each++) {
    for (let row = firstInside(down, strideHeight); row < endRow; row++) {
      const inRow = each * inHeight + row * strideHeight + down;
      let from = x + (inRow * inWidth + firstColumn * strideWidth + across) * bytes + (channel << 2);
      let out = dy + ((each * outHeight + row) * outWidth + firstColumn) * bytes + (channel << 2);
      for (let left = columns; left > 0; left--) {
        sum = multiplyAdd(v128.load(from), v128.load(out), sum);
        from += strideWidth * bytes;
        out += bytes;
      }
    }
  }
  v128.store(at, sum);
}

function tapGradient1(
  x: usize,
  dy: usize,
  dw: usize,
  image: i32,
  images: i32,
  tap: i32,
  channel: i32,
  inChannel: i32,
): void {
  const down = (tap / filterWidth) * dilationHeight - padTop;
  const across = (tap % filterWidth) * dilationWidth - padLeft;
  const endRow = endInside(down, strideHeight, inHeight, outHeight);
  const endColumn = endInside(across, strideWidth, inWidth, outWidth);
  const at = dw + ((tap * outChannels + channel) << 2);
  let sum = load<f32>(at);
  for (let each = image; each < image + images; each++) {
    for (let row = firstInside(down, strideHeight); row < endRow; row++) {
      const inRow = each * inHeight + row * strideHeight + down;
      const outRow = each * outHeight + row;
      for (let column = firstInside(across, strideWidth); column < endColumn; column++) {
        const from = (inRow * inWidth + column * strideWidth + across) * inChannels + inChannel;
        const out = (outRow * outWidth + column) * outChannels + channel;
        sum += load<f32>(x + (from << 2)) * load<f32>(dy + (out << 2));
      }
    }
  }
  store<f32>(at, sum);
}
