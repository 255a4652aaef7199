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
import { multiplyMatrices, productScratchBytes } from './matrix-product';
import { gatherPatches, patchLength, scatterPatches } from './patches';

/** Patches are gathered in blocks of about this size, with at least `minBlockRows`, so that packing the filter costs little. */
const patchBlockBytes: i32 = 1 << 20;
const minBlockRows: i32 = 48;

/** Returns the bytes of scratch that each of the three convolutions needs with the current geometry. */
export function convolutionScratchBytes(): i32 {
  return productScratchBytes() + (isPointwise() ? 0 : blockRows() * patchLength() * 4);
}

/** y = x ∗ w. Tensors are NHWC float32; `w` is [height, width, in, out]. */
export function convolve(x: usize, w: usize, y: usize, scratch: usize): void {
  const depth = patchLength();
  const positions = batch * outHeight * outWidth;
  const outBytes = outChannels << 2;
  const block = blockRows();
  for (let first = 0; first < positions; first += block) {
    const rows = min(block, positions - first);
    multiplyMatrices(
      patchesOf(x, first, rows, scratch),
      depth << 2,
      4,
      w,
      outBytes,
      4,
      y + first * outBytes,
      outBytes,
      rows,
      outChannels,
      depth,
      false,
      scratch,
    );
  }
}

/** dw = Σ over output positions of patchᵀ·dy. */
export function convolveFilterGradient(x: usize, dy: usize, dw: usize, scratch: usize): void {
  const depth = patchLength();
  const positions = batch * outHeight * outWidth;
  const outBytes = outChannels << 2;
  const block = blockRows();
  for (let first = 0; first < positions; first += block) {
    const rows = min(block, positions - first);
    multiplyMatrices(
      patchesOf(x, first, rows, scratch),
      4,
      depth << 2,
      dy + first * outBytes,
      outBytes,
      4,
      dw,
      outBytes,
      depth,
      outChannels,
      rows,
      first > 0,
      scratch,
    );
  }
}

/** dx: each row of dy·wᵀ is a patch, which is added at its position in the input. */
export function convolveInputGradient(dy: usize, w: usize, dx: usize, scratch: usize): void {
  const depth = patchLength();
  const positions = batch * outHeight * outWidth;
  const outBytes = outChannels << 2;
  const pointwise = isPointwise();
  if (!pointwise) memory.fill(dx, 0, (batch * inHeight * inWidth * inChannels) << 2);
  const patches = pointwise ? dx : scratch + productScratchBytes();
  const block = blockRows();
  for (let first = 0; first < positions; first += block) {
    const rows = min(block, positions - first);
    multiplyMatrices(
      dy + first * outBytes,
      outBytes,
      4,
      w,
      4,
      outBytes,
      patches,
      depth << 2,
      rows,
      depth,
      outChannels,
      false,
      scratch,
    );
    if (!pointwise) scatterPatches(patches, first, rows, dx);
  }
}

/** Returns the patches of some output positions, one in each row: in scratch, or the input itself for a pointwise convolution. */
function patchesOf(x: usize, first: i32, rows: i32, scratch: usize): usize {
  if (isPointwise()) return x;
  const patches = scratch + productScratchBytes();
  gatherPatches(x, first, rows, patches);
  return patches;
}

/** Returns whether this is a 1 × 1 convolution that preserves the size: a matrix product whose patches are the input itself. */
function isPointwise(): bool {
  return (
    filterHeight * filterWidth === 1 &&
    strideHeight * strideWidth === 1 &&
    (padTop | padLeft) === 0 &&
    outHeight === inHeight &&
    outWidth === inWidth
  );
}

/** Returns how many rows of patches are multiplied at once: all, if none must be gathered. */
function blockRows(): i32 {
  const positions = batch * outHeight * outWidth;
  if (isPointwise()) return positions;
  return min(max(minBlockRows, patchBlockBytes / (patchLength() << 2)), positions);
}
