import type { Language } from '../shared/language.ts';

/** A text in both languages of the course. */
export type Bilingual = Readonly<Record<Language, string>>;

/** One of the 1,000 classes of ILSVRC 2012. */
export interface ImageNetClass {
  /** WordNet synset, for example `n02510455`. */
  readonly wnid: string;
  /** Place in the list of the 1,000 wnids sorted by name, 0 to 999: the place of its logit. */
  readonly index: number;
}

/** Where the original of a photo was taken from. */
export interface PhotoOrigin {
  /** Debian package. */
  readonly package: string;
  readonly version: string;
  /** Path inside the unpacked package. */
  readonly path: string;
  /** Path inside the file at `path`, where that file is a bundle of others. */
  readonly member?: string;
  /** SHA-256 of the original's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What a page needs to show a photo and to credit its author. */
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
  /** False where none of the 1,000 classes says what the photo shows. */
  readonly known: boolean;
  /** The class that says what the photo shows; null where `known` is false. */
  readonly expected: ImageNetClass | null;
  /** Indices of every class that is a right answer, `expected` among them; empty where `known` is false. */
  readonly accepts: readonly number[];
  readonly author: string;
  /** SPDX identifier, or `public-domain`, for which SPDX has none. */
  readonly licence: string;
  readonly licenceUrl: string;
  /** Where the author and the licence are stated. */
  readonly licenceStatedIn: string;
  readonly origin: PhotoOrigin;
  /** The work as its author published it. */
  readonly source: { readonly title: string; readonly url: string };
  readonly title: Bilingual;
  readonly alt: Bilingual;
  /** What was changed, as the CC licences ask to be told. */
  readonly changes: Bilingual;
}

/** The manifest of a folder of credited photos: `gallery.json`. */
export interface Gallery {
  readonly id: string;
  readonly photos: readonly GalleryPhoto[];
}
