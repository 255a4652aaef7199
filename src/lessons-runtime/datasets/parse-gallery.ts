import type { Gallery, GalleryPhoto, ImageNetClass, PhotoOrigin } from './gallery-photo.ts';
import { ManifestField } from './manifest-field.ts';

const lastClass = 999;
const maxSide = 10_000;
const maxBytes = 10_000_000;
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const httpsPattern = /^https:\/\/[^\s]+$/;

/**
 * Validates the content of `gallery.json`, and returns a copy with only the fields of its type.
 *
 * @param value the result of `JSON.parse`
 * @param file the file's name, for messages
 * @throws {ManifestError} if a field is missing or of another type, a path leaves the folder, two photos have the same id, a
 *   known photo's `accepts` lacks its own class, or an unknown photo has a class
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
      if (seen.has(photo.id)) throw item.field('id').error('an id that no other photo has');
      seen.add(photo.id);
      return photo;
    });
  if (photos.length === 0) throw root.field('photos').error('at least one photo');
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
    width: item.field('width').integer(1, maxSide),
    height: item.field('height').integer(1, maxSide),
    bytes: item.field('bytes').integer(1, maxBytes),
    known,
    expected,
    accepts: parseAccepts(item.field('accepts'), expected),
    author: item.field('author').text(),
    licence: item.field('licence').text(),
    licenceUrl: item.field('licenceUrl').text(httpsPattern, 'an https address'),
    licenceStatedIn: item.field('licenceStatedIn').text(),
    origin: parseOrigin(item.field('origin')),
    source: {
      title: item.field('source').field('title').text(),
      url: item.field('source').field('url').text(httpsPattern, 'an https address'),
    },
    title: item.field('title').localizedText(),
    alt: item.field('alt').localizedText(),
    changes: item.field('changes').localizedText(),
  };
}

function parseExpected(field: ManifestField, known: boolean): ImageNetClass | null {
  if (!known) {
    if (field.value !== null) throw field.error('null, since the photo is not known');
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
    throw field.error('an empty array, since the photo is not known');
  if (expected !== null && !accepts.includes(expected.index)) {
    throw field.error(`an array that contains ${expected.index}, the expected class`);
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
