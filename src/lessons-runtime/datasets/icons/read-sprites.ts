import type { IconClass, IconManifest, Sheet, Sprite } from './icon-manifest.ts';

/** A decoded image; `data` is RGBA, row by row. */
interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** An icon with its pixels. */
export interface DrawnIcon {
  readonly id: string;
  /** The author or vendor of its set. */
  readonly family: string;
  readonly sprite: Sprite;
}

/** Loads and decodes a sheet; `sheet.file` is relative to the manifest. */
export type ReadSheet = (sheet: Sheet) => Promise<DecodedImage>;

/**
 * Reads all icons of a class, in the manifest's order.
 * @throws {RangeError} if a sheet is smaller than the manifest requires
 */
export async function readSprites(
  { side, columns, sets }: IconManifest,
  { shapes, colours, icons }: IconClass,
  readSheet: ReadSheet,
): Promise<readonly DrawnIcon[]> {
  const [shapeSheet, colourSheet] = await Promise.all([
    readSheet(shapes),
    colours === null ? null : readSheet(colours),
  ]);
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  return icons.map(({ id, set, place, colour }) => ({
    id,
    family: familyOf.get(set) ?? set,
    sprite: {
      shape: readSprite(shapeSheet, place, 1),
      colours: colour === null || colourSheet === null ? null : readSprite(colourSheet, colour, 3),
    },
  }));

  function readSprite({ width, height, data }: DecodedImage, index: number, channels: 1 | 3): Uint8Array {
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
}
