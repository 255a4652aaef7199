import type { ImageNetClass, LocalizedText } from '../../src/lessons-runtime/datasets/gallery.ts';
import type { Licence } from './licences.ts';
import type { DebianPackage } from './packages.ts';

/** What a person decided about a photo. Everything else in the manifest is measured. */
export interface PhotoSource {
  readonly id: string;
  /** The right class; `null` if none of the 1,000 classes fits. */
  readonly expected: ImageNetClass | null;
  /** Indices of other right classes: synonyms, or other objects in the photo. */
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
