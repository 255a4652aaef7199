/**
 * Returns a digest of pixels. The function uses nothing outside of it, so that its text can be part of a cell.
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
 * The digest, in Node and in browsers, of the pictures of
 * `iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 2 })`. It depends on the icons, the split and the composition.
 */
export const butterflyBeeDigest = 52_521_248;
