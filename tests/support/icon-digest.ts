/**
 * One number for many pixels. A function that stands alone, so that a cell can be given its text.
 * @param values 0 to 1
 */
export function pixelDigest(values: ArrayLike<number>): number {
  let digest = 0;
  for (let at = 0; at < values.length; at += 1) {
    digest = (Math.imul(digest, 31) + Math.round((values[at] ?? 0) * 255)) >>> 0;
  }
  return digest;
}

/**
 * Of the pictures that `iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 2 })` trains with: what Node and a
 * browser must both give. It changes with the icons, the split and the way pictures are composed.
 */
export const butterflyBeeDigest = 52_521_248;
