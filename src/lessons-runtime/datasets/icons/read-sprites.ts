import { cutSprite } from '../labelled/cut-sprite.ts';
import type { DecodedImage } from '../labelled/dataset-files.ts';
import type { DatasetExample } from '../labelled/labelled-dataset.ts';
import type { IconClass, IconManifest, Sheet, Sprite } from './icon-manifest.ts';

/** An icon with its pixels. Its group is the author or vendor of its set. */
export interface DrawnIcon extends DatasetExample {
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
    group: familyOf.get(set) ?? set,
    sprite: {
      shape: cutSprite(shapeSheet, { index: place, side, columns }, 1),
      colours:
        colour === null || colourSheet === null
          ? null
          : cutSprite(colourSheet, { index: colour, side, columns }, 3),
    },
  }));
}
