import type { GalleryPhoto, LocalizedText } from '../../src/lessons-runtime/datasets/gallery.ts';
import { licenceUrls } from './licences.ts';
import { packageVersions } from './packages.ts';
import type { PhotoSource } from './photo-source.ts';
import { longerSide, type Rendered } from './render-photo.ts';

const changes: LocalizedText = {
  es: `reducida a ${longerSide} px de lado mayor como máximo y recomprimida como JPEG`,
  en: `reduced to at most ${longerSide} px on the longer side and recompressed as JPEG`,
};

/**
 * Creates a photo's entry in the manifest.
 *
 * @param source   What a person decided about the photo.
 * @param rendered The JPEG as written, whose size is measured.
 */
export function describePhoto(source: PhotoSource, rendered: Rendered): GalleryPhoto {
  const { expected } = source;
  return {
    id: source.id,
    file: `photos/${source.id}.jpg`,
    thumb: `thumbs/${source.id}.webp`,
    width: rendered.width,
    height: rendered.height,
    bytes: rendered.bytes.length,
    known: expected !== null,
    expected,
    accepts: expected === null ? [] : [expected.index, ...(source.also ?? [])],
    author: source.author,
    licence: source.licence,
    licenceUrl: licenceUrls[source.licence],
    licenceStatedIn: source.licenceStatedIn,
    origin: {
      package: source.package,
      version: packageVersions[source.package],
      path: source.path,
      ...(source.member === undefined ? {} : { member: source.member }),
      sha256: source.sha256,
    },
    source: source.source,
    title: source.title,
    alt: source.alt,
    changes,
  };
}
