import type { DecodedPicture } from './dataset-files.ts';

/** A place in a picture of sprites in rows: 0 is the first of the first row. */
export interface SpritePlace {
  readonly place: number;
  /** Side of a sprite in pixels. */
  readonly side: number;
  /** Sprites in a row. */
  readonly columns: number;
}

/**
 * Cuts a sprite out of a sheet.
 * @param channels how many of the sheet's to take, beginning with red
 * @returns [side · side · channels], 0 to 255
 * @throws {RangeError} where the sheet is too small
 */
export function cutSprite(
  { width, height, data }: DecodedPicture,
  { place, side, columns }: SpritePlace,
  channels: 1 | 3,
): Uint8Array {
  const [left, top] = [(place % columns) * side, Math.floor(place / columns) * side];
  if (left + side > width || top + side > height) throw new RangeError(`no sprite ${place} in the sheet`);
  const sprite = new Uint8Array(side * side * channels);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const from = 4 * ((top + Math.floor(pixel / side)) * width + left + (pixel % side));
    for (let channel = 0; channel < channels; channel += 1)
      sprite[channels * pixel + channel] = data[from + channel] ?? 0;
  }
  return sprite;
}
