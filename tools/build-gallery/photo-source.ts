import type { ImageNetClass, LocalizedText } from '../../src/lessons-runtime/datasets/gallery.ts';
import type { Licence } from './licences.ts';
import type { DebianPackage } from './packages.ts';

/** What a person decided about one photo; everything else in the manifest is measured. */
export interface PhotoSource {
  readonly id: string;
  /** Null where none of the 1,000 classes says what the photo shows. */
  readonly expected: ImageNetClass | null;
  /** Further classes that are right answers too: true synonyms, or another thing that is in the photo. */
  readonly also?: readonly number[];
  readonly author: string;
  readonly licence: Licence;
  readonly licenceStatedIn: string;
  readonly package: DebianPackage;
  readonly path: string;
  /** Path inside the Qt resource bundle at `path`. */
  readonly member?: string;
  readonly sha256: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly title: LocalizedText;
  readonly alt: LocalizedText;
}
