import { inEachLanguage } from '../shared/language.ts';
import type { Bilingual, Gallery, GalleryPhoto, ImageNetClass, PhotoOrigin } from './gallery-photo.ts';
import { ManifestField } from './manifest-field.ts';

const lastClass = 999;
const largestSide = 10_000;
const largestFile = 10_000_000;
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const https = /^https:\/\/[^\s]+$/;

/**
 * Checks that a value read from `gallery.json` is a gallery, and returns a copy with only the fields of its type.
 *
 * @param value What `JSON.parse` gave.
 * @param file  Name of the file for messages.
 * @throws ManifestError with the file, the field, what was expected and what was found: a field absent or of
 *   another type, a path that leaves the folder, an id twice, a known photo whose `accepts` lacks its own class,
 *   an unknown one that has a class.
 */
export function parseGallery(value: unknown, file = 'gallery.json'): Gallery {
  const root = new ManifestField(file, '(root)', value);
  const id = root.field('id').text(/^[a-z-]+@[0-9]+$/, 'a name and a version such as "gallery@1"');
  const seen = new Set<string>();
  const photos = root
    .field('photos')
    .items()
    .map((item) => {
      const photo = parsePhoto(item);
      if (seen.has(photo.id)) throw item.field('id').refuse('an id that no other photo has');
      seen.add(photo.id);
      return photo;
    });
  if (photos.length === 0) throw root.field('photos').refuse('at least one photo');
  return { id, photos };
}

function parsePhoto(item: ManifestField): GalleryPhoto {
  const id = item.field('id').text(idPattern, 'lower-case words joined by hyphens');
  const known = item.field('known').boolean();
  const expected = parseExpected(item.field('expected'), known);
  return {
    id,
    file: item.field('file').text(/^photos\/[a-z0-9-]+\.jpg$/, 'a path such as "photos/panda.jpg"'),
    thumb: item.field('thumb').text(/^thumbs\/[a-z0-9-]+\.webp$/, 'a path such as "thumbs/panda.webp"'),
    width: item.field('width').integer(1, largestSide),
    height: item.field('height').integer(1, largestSide),
    bytes: item.field('bytes').integer(1, largestFile),
    known,
    expected,
    accepts: parseAccepts(item.field('accepts'), expected),
    author: item.field('author').text(),
    licence: item.field('licence').text(),
    licenceUrl: item.field('licenceUrl').text(https, 'an https address'),
    licenceStatedIn: item.field('licenceStatedIn').text(),
    origin: parseOrigin(item.field('origin')),
    source: {
      title: item.field('source').field('title').text(),
      url: item.field('source').field('url').text(https, 'an https address'),
    },
    title: parseBilingual(item.field('title')),
    alt: parseBilingual(item.field('alt')),
    changes: parseBilingual(item.field('changes')),
  };
}

function parseExpected(field: ManifestField, known: boolean): ImageNetClass | null {
  if (!known) {
    if (field.value !== null) throw field.refuse('null, since the photo is not known');
    return null;
  }
  return {
    wnid: field.field('wnid').text(/^n[0-9]{8}$/, 'a wnid such as "n02510455"'),
    index: field.field('index').integer(0, lastClass),
  };
}

function parseAccepts(field: ManifestField, expected: ImageNetClass | null): readonly number[] {
  const accepts = field.items().map((item) => item.integer(0, lastClass));
  if (expected === null && accepts.length > 0)
    throw field.refuse('an empty array, since the photo is not known');
  if (expected !== null && !accepts.includes(expected.index)) {
    throw field.refuse(`an array that contains ${expected.index}, the expected class`);
  }
  return accepts;
}

function parseOrigin(field: ManifestField): PhotoOrigin {
  const member = field.field('member');
  return {
    package: field.field('package').text(),
    version: field.field('version').text(),
    path: field.field('path').text(),
    ...(member.value === undefined ? {} : { member: member.text() }),
    sha256: field.field('sha256').text(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  };
}

function parseBilingual(field: ManifestField): Bilingual {
  return inEachLanguage((language) => field.field(language).text());
}
