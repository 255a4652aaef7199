import type { LocalizedText } from '../gallery-photo.ts';
import type { DatasetClass, DatasetManifest, DatasetSource } from '../labelled/dataset-manifest.ts';

export interface DrawingClass extends DatasetClass {
  /** A lossless WebP file: drawings in rows of `columns`, dark on white. Path relative to the manifest. */
  readonly file: string;
  readonly bytes: number;
  /** Line of each drawing in the original's file, counted from 0, in the order of the sheet. */
  readonly lines: readonly number[];
}

/** The manifest of a folder of drawings: `drawings.json`. */
export interface DrawingManifest extends DatasetManifest<DrawingClass> {
  /** Describes the drawings in a sentence. */
  readonly about: LocalizedText;
  /** Known limits and biases. */
  readonly limits: readonly LocalizedText[];
  /** Side of a drawing in the sheets, in pixels. */
  readonly side: number;
  /** Drawings in a row of a sheet. */
  readonly columns: number;
  readonly source: DatasetSource;
}
