import type { LocalizedText } from '../gallery-photo.ts';
import type { DatasetClass, DatasetManifest, DatasetSource } from '../labelled/dataset-manifest.ts';

/** An author or collection of photos. */
export interface PhotoSource extends DatasetSource {
  /** The file of the package that states author and licence. */
  readonly statedIn: string;
}

export interface LabelledPhoto {
  /** Name of the original's file without its ending, for example `m31`. */
  readonly id: string;
  /** The object that the photo shows, or the name of its file if the package names no object. */
  readonly title: string;
  /** Id of its source. */
  readonly source: string;
  /** Photos of a group (neighbouring or overlapping views) are in the same part of every split. */
  readonly group: string;
  /** The work as its author published it; null if the package does not state it. */
  readonly url: string | null;
  /** Path of the original in the package. */
  readonly path: string;
  /** SHA-256 of the original's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Side of the stored square in pixels. */
  readonly side: number;
  /** Size of the stored WebP file. */
  readonly bytes: number;
}

/** Photos of a class in one file: WebP files, one after the other in the order of `photos`. */
export interface PhotoPack {
  /** Path relative to the manifest. */
  readonly file: string;
  readonly bytes: number;
  /** Whether the licences of its photos require share-alike: true for all of them, or false for all. */
  readonly shareAlike: boolean;
  readonly photos: readonly LabelledPhoto[];
}

export interface PhotoClass extends DatasetClass {
  /** Whether the photos have an up and a down; those of the sky do not. */
  readonly upright: boolean;
  readonly packs: readonly PhotoPack[];
}

/** The manifest of a folder of labelled photos: `photos.json`. */
export interface PhotoManifest extends DatasetManifest<PhotoClass> {
  /** Describes the photos in a sentence. */
  readonly about: LocalizedText;
  /** Known limits and biases. */
  readonly limits: readonly LocalizedText[];
  readonly sources: readonly PhotoSource[];
}
