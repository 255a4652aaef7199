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

/** Patches are laid out a block at a time: about a megabyte, and rows enough that packing the filter is little beside it. */
const patchBlockBytes: i32 = 1 << 20;
const fewestRows: i32 = 48;

/** Bytes of scratch that the three convolutions need at the geometry set. */
export function convolutionScratchBytes(): i32 {
  return productScratchBytes() + (isPointwise() ? 0 : blockRows() * patchLength() * 4);
}

/** y = x ∗ w. All pointers to NHWC float32, `w` to [height, width, in, out]. */
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

/** dw = Σ over positions of patchᵀ·dy. */
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

/** dx: dy·wᵀ, each patch added back to where it was taken from. */
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

/** The patches of some output positions, a row each: laid out in scratch, or the input itself where it is that already. */
function patchesOf(x: usize, first: i32, rows: i32, scratch: usize): usize {
  if (isPointwise()) return x;
  const patches = scratch + productScratchBytes();
  gatherPatches(x, first, rows, patches);
  return patches;
}

/** A 1 × 1 convolution that keeps the picture's size is a plain matrix product: its patches are the input itself. */
function isPointwise(): bool {
  return (
    filterHeight * filterWidth === 1 &&
    strideHeight * strideWidth === 1 &&
    (padTop | padLeft) === 0 &&
    outHeight === inHeight &&
    outWidth === inWidth
  );
}

/** Rows of patches that are multiplied at once; all, where none need be laid out. */
function blockRows(): i32 {
  const positions = batch * outHeight * outWidth;
  if (isPointwise()) return positions;
  return min(max(fewestRows, patchBlockBytes / (patchLength() << 2)), positions);
}
