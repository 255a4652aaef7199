import { cutSprite } from '../labelled/cut-sprite.ts';
import type { DecodedPicture } from '../labelled/dataset-files.ts';
import type { DatasetExample } from '../labelled/labelled-dataset.ts';
import type { IconClass, IconManifest, Sheet, Sprite } from './icon-manifest.ts';

/** An icon with its pixels; its group is the family of its designer. */
export interface DrawnIcon extends DatasetExample {
  readonly sprite: Sprite;
}

/** Reads and decodes a sheet; `sheet.file` is relative to the manifest. */
export type ReadSheet = (sheet: Sheet) => Promise<DecodedPicture>;

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
    group: familyOf.get(set) ?? set,
    sprite: {
      shape: cutSprite(shapePixels, { place, side, columns }, 1),
      colours:
        colour === null || colourPixels === null
          ? null
          : cutSprite(colourPixels, { place: colour, side, columns }, 3),
    },
  }));
}
