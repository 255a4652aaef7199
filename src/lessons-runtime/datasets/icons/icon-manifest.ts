import type { DatasetClass, DatasetManifest, DatasetSource } from '../labelled/dataset-manifest.ts';

/** Icons that were published together under one licence. */
export interface IconSet extends DatasetSource {
  /** Everything by one author or vendor: data are split by it, so that no style is on both sides. */
  readonly family: string;
}

/** A picture file of sprites in rows of `columns`, lossless. */
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
  /** Its place in the sheet of shapes: 0 is the first of the first row. */
  readonly place: number;
  /** Its place in the sheet of colours; null where it has none of its own and is drawn in any. */
  readonly colour: number | null;
}

export interface IconClass extends DatasetClass {
  /** How much of each pixel the icon covers: grey, 0 to 255. */
  readonly shapes: Sheet;
  /** Colours of the icons that have some, without transparency; null where none has. */
  readonly colours: Sheet | null;
  readonly icons: readonly Icon[];
}

/** The manifest of a folder of icons: `icons.json`. */
export interface IconManifest extends DatasetManifest<IconClass> {
  /** Side of a sprite in pixels. */
  readonly side: number;
  /** Sprites in a row of a sheet. */
  readonly columns: number;
  readonly sets: readonly IconSet[];
}

/** An icon's pixels, row by row. */
export interface Sprite {
  /** [side · side], 0 to 255. */
  readonly shape: Uint8Array;
  /** [side · side · 3], 0 to 255; null where the icon has no colours of its own. */
  readonly colours: Uint8Array | null;
}
