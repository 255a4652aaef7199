import type { Language } from '../shared/language.ts';

/** A text in each language of the course. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** One of the 1,000 classes of ILSVRC 2012. */
export interface ImageNetClass {
  /** WordNet synset, for example `n02510455`. */
  readonly wnid: string;
  /** Index in the sorted list of the 1,000 wnids, 0 to 999, which is the index of its logit. */
  readonly index: number;
}

/** The source of a photo's original file. */
export interface PhotoOrigin {
  /** Debian package. */
  readonly package: string;
  readonly version: string;
  /** Path inside the unpacked package. */
  readonly path: string;
  /** Path inside the file at `path`, if that file is an archive. */
  readonly member?: string;
  /** SHA-256 of the original's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** A photo, with what a page needs to show it and to credit its author. */
export interface GalleryPhoto {
  readonly id: string;
  /** JPEG, path relative to the manifest. */
  readonly file: string;
  /** Square WebP, path relative to the manifest. */
  readonly thumb: string;
  /** Size of `file` in pixels. */
  readonly width: number;
  readonly height: number;
  /** Size of `file` in bytes. */
  readonly bytes: number;
  /** Whether one of the 1,000 classes is that of the photo's subject. */
  readonly known: boolean;
  /** The class of the photo's subject; null if `known` is false. */
  readonly expected: ImageNetClass | null;
  /** The indices of all correct classes, `expected` included; empty if `known` is false. */
  readonly accepts: readonly number[];
  readonly author: string;
  /** SPDX identifier, or `public-domain`, for which SPDX has none. */
  readonly licence: string;
  readonly licenceUrl: string;
  /** The file or page that states author and licence. */
  readonly licenceStatedIn: string;
  readonly origin: PhotoOrigin;
  /** The work as its author published it. */
  readonly source: { readonly title: string; readonly url: string };
  readonly title: LocalizedText;
  readonly alt: LocalizedText;
  /** How the photo was changed, which CC licences require to be stated. */
  readonly changes: LocalizedText;
}

/** The manifest of a folder of credited photos: `gallery.json`. */
export interface Gallery {
  readonly id: string;
  readonly photos: readonly GalleryPhoto[];
}
