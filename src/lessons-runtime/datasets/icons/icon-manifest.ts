import type { LocalizedText } from '../gallery-photo.ts';
import type { DatasetClass, DatasetManifest, DatasetSource } from '../labelled/dataset-manifest.ts';

/** Icons that were published together under one licence. */
export interface IconSet extends DatasetSource {
  /** The author or vendor. Data are split by it, so that no style is in two subsets. */
  readonly family: string;
}

/** A lossless image file of sprites, in rows of `columns`. */
export interface Sheet {
  /** Path relative to the manifest. */
  readonly file: string;
  readonly bytes: number;
}

export interface Icon {
  /** Set and name, for example `ph:cat-bold`. */
  readonly id: string;
  /** Id of its set. */
  readonly set: string;
  /** Its index in the sheet of shapes, row by row. */
  readonly place: number;
  /** Its index in the sheet of colours; null if it has no colours of its own and is drawn in any. */
  readonly colour: number | null;
}

export interface IconClass extends DatasetClass {
  /** The alpha of each pixel, as grey from 0 to 255. */
  readonly shapes: Sheet;
  /** The colours of the icons that have their own, without transparency; null if no icon has. */
  readonly colours: Sheet | null;
  readonly icons: readonly Icon[];
}

/** The manifest of a folder of icons: `icons.json`. */
export interface IconManifest extends DatasetManifest<IconClass> {
  /** Known limits and biases. */
  readonly limits: readonly LocalizedText[];
  /** The side of a sprite, in pixels. */
  readonly side: number;
  /** Sprites in a row of a sheet. */
  readonly columns: number;
  readonly sets: readonly IconSet[];
}

/** An icon's pixels, row by row. */
export interface Sprite {
  /** Alpha, [side, side], 0 to 255. */
  readonly shape: Uint8Array;
  /** RGB, [side, side, 3], 0 to 255; null if the icon has no colours of its own. */
  readonly colours: Uint8Array | null;
}
