/** The geometry of the next convolution or pooling, of NHWC float32 tensors. */
export let batch: i32 = 0;
export let inHeight: i32 = 0;
export let inWidth: i32 = 0;
export let inChannels: i32 = 0;
export let outHeight: i32 = 0;
export let outWidth: i32 = 0;
export let outChannels: i32 = 0;
export let filterHeight: i32 = 0;
export let filterWidth: i32 = 0;
export let strideHeight: i32 = 0;
export let strideWidth: i32 = 0;
export let dilationHeight: i32 = 0;
export let dilationWidth: i32 = 0;
export let padTop: i32 = 0;
export let padLeft: i32 = 0;

export function setGeometry(
  newBatch: i32,
  newInHeight: i32,
  newInWidth: i32,
  newInChannels: i32,
  newOutHeight: i32,
  newOutWidth: i32,
  newOutChannels: i32,
  newFilterHeight: i32,
  newFilterWidth: i32,
  newStrideHeight: i32,
  newStrideWidth: i32,
  newDilationHeight: i32,
  newDilationWidth: i32,
  newPadTop: i32,
  newPadLeft: i32,
): void {
  batch = newBatch;
  inHeight = newInHeight;
  inWidth = newInWidth;
  inChannels = newInChannels;
  outHeight = newOutHeight;
  outWidth = newOutWidth;
  outChannels = newOutChannels;
  filterHeight = newFilterHeight;
  filterWidth = newFilterWidth;
  strideHeight = newStrideHeight;
  strideWidth = newStrideWidth;
  dilationHeight = newDilationHeight;
  dilationWidth = newDilationWidth;
  padTop = newPadTop;
  padLeft = newPadLeft;
}

/** Returns the first output position whose tap at `offset` (tap × dilation − padding) is inside the input. */
export function firstInside(offset: i32, stride: i32): i32 {
  return offset >= 0 ? 0 : (stride - 1 - offset) / stride;
}

/** Returns one past the last such position. @param size of the input, `positions` of the output */
export function endInside(offset: i32, stride: i32, size: i32, positions: i32): i32 {
  const last = size - 1 - offset;
  return last < 0 ? 0 : min(positions, last / stride + 1);
}
