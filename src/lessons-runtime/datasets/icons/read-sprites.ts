import type { IconClass, IconManifest, Sheet, Sprite } from './icon-manifest.ts';

/** A decoded picture: `data` is RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** An icon with its pixels and whose it is. */
export interface DrawnIcon {
  readonly id: string;
  readonly family: string;
  readonly sprite: Sprite;
}

/** Brings a sheet's pixels; `sheet.file` is relative to the manifest. */
export type ReadSheet = (sheet: Sheet) => Promise<Pixels>;

/**
 * Reads all icons of a class, in the manifest's order.
 * @throws {RangeError} where a sheet is smaller than the manifest says
 */
export async function readSprites(
  { side, columns, sets }: IconManifest,
  { shapes, colours, icons }: IconClass,
  readSheet: ReadSheet,
): Promise<readonly DrawnIcon[]> {
  const [shapePixels, colourPixels] = await Promise.all([
    readSheet(shapes),
    colours === null ? null : readSheet(colours),
  ]);
  const familyOf = new Map(sets.map(({ id, family }) => [id, family]));
  return icons.map(({ id, set, place, colour }) => ({
    id,
    family: familyOf.get(set) ?? set,
    sprite: {
      shape: cut(shapePixels, place, 1),
      colours: colour === null || colourPixels === null ? null : cut(colourPixels, colour, 3),
    },
  }));

  function cut({ width, height, data }: Pixels, at: number, channels: 1 | 3): Uint8Array {
    const [left, top] = [(at % columns) * side, Math.floor(at / columns) * side];
    if (left + side > width || top + side > height) throw new RangeError(`no sprite ${at} in the sheet`);
    const sprite = new Uint8Array(side * side * channels);
    for (let pixel = 0; pixel < side * side; pixel += 1) {
      const from = 4 * ((top + Math.floor(pixel / side)) * width + left + (pixel % side));
      for (let channel = 0; channel < channels; channel += 1)
        sprite[channels * pixel + channel] = data[from + channel] ?? 0;
    }
    return sprite;
  }
}
