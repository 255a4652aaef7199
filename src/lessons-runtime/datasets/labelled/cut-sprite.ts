import type { DecodedImage } from './dataset-files.ts';

/** A sprite of a sheet, which has sprites in rows. */
export interface SpriteIndex {
  /** Counted from 0, row by row. */
  readonly index: number;
  /** Side of a sprite in pixels. */
  readonly side: number;
  /** Sprites in a row. */
  readonly columns: number;
}

/**
 * Cuts a sprite out of a sheet.
 * @param channels how many channels to take, beginning with red
 * @returns [side · side · channels], 0 to 255
 * @throws {RangeError} if the sheet is too small
 */
export function cutSprite(
  { width, height, data }: DecodedImage,
  { index, side, columns }: SpriteIndex,
  channels: 1 | 3,
): Uint8Array {
  const [left, top] = [(index % columns) * side, Math.floor(index / columns) * side];
  if (left + side > width || top + side > height) throw new RangeError(`the sheet has no sprite ${index}`);
  const sprite = new Uint8Array(side * side * channels);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const from = 4 * ((top + Math.floor(pixel / side)) * width + left + (pixel % side));
    for (let channel = 0; channel < channels; channel += 1)
      sprite[channels * pixel + channel] = data[from + channel] ?? 0;
  }
  return sprite;
}
