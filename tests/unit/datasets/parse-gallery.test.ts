import { describe, expect, it } from 'vitest';
import { findPhoto, parseGallery } from '../../../src/lessons-runtime/datasets/gallery.ts';
import { ManifestError } from '../../../src/lessons-runtime/datasets/manifest-field.ts';

const panda = {
  id: 'panda',
  file: 'photos/panda.jpg',
  thumb: 'thumbs/panda.webp',
  width: 640,
  height: 426,
  bytes: 38260,
  known: true,
  expected: { wnid: 'n02510455', index: 388 },
  accepts: [388],
  author: 'Jeff Kubina',
  licence: 'public-domain',
  licenceUrl: 'https://creativecommons.org/publicdomain/mark/1.0/',
  licenceStatedIn: 'README',
  origin: { package: 'some-package', version: '1', path: 'usr/share/panda.jpg', sha256: 'a'.repeat(64) },
  source: { title: 'Giant Panda', url: 'https://example.org/panda' },
  title: { es: 'Panda gigante', en: 'Giant panda' },
  alt: { es: 'Un panda', en: 'A panda' },
  changes: { es: 'reescalada', en: 'resized' },
};

const galleryOf = (...photos: readonly unknown[]) => ({ id: 'gallery@1', photos });
const messageOf = (value: unknown): string => {
  try {
    parseGallery(value);
  } catch (error) {
    if (error instanceof ManifestError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('parseGallery', () => {
  it('returns the gallery without unknown fields', () => {
    expect(parseGallery(galleryOf({ ...panda, extra: 1 }))).toEqual(galleryOf(panda));
  });

  it('returns the path inside an archive if there is one', () => {
    const bundled = { ...panda, origin: { ...panda.origin, member: 'inside/panda.webp' } };
    expect(parseGallery(galleryOf(bundled))).toEqual(galleryOf(bundled));
  });

  it('accepts a photo of no known class', () => {
    const giraffe = { ...panda, known: false, expected: null, accepts: [] };
    expect(parseGallery(galleryOf(giraffe)).photos[0]?.expected).toBeNull();
  });

  it.each([
    ['a value that is not an object', 'panda', 'gallery.json: (root): expected an object, found "panda"'],
    ['an array', [panda], 'gallery.json: (root): expected an object, found an array of 1'],
    ['no photos', { id: 'gallery@1' }, 'gallery.json: photos: expected an array, found nothing'],
    ['an empty list', galleryOf(), 'gallery.json: photos: expected at least one photo, found an array of 0'],
    [
      'a class index that is a text',
      galleryOf(panda, { ...panda, id: 'b', expected: { wnid: 'n02510455', index: '388' } }),
      'gallery.json: photos[1].expected.index: expected an integer from 0 to 999, found "388"',
    ],
    [
      'a class index that is out of range',
      galleryOf({ ...panda, expected: { wnid: 'n02510455', index: 1000 } }),
      'gallery.json: photos[0].expected.index: expected an integer from 0 to 999, found 1000',
    ],
    [
      'a path that leaves the folder',
      galleryOf({ ...panda, file: '../secret.jpg' }),
      'gallery.json: photos[0].file: expected a path such as "photos/panda.jpg", found "../secret.jpg"',
    ],
    [
      'a missing language',
      galleryOf({ ...panda, alt: { es: 'Un panda' } }),
      'gallery.json: photos[0].alt.en: expected a text that is not blank, found nothing',
    ],
    [
      'an address that is not https',
      galleryOf({ ...panda, licenceUrl: 'javascript:alert(1)' }),
      'gallery.json: photos[0].licenceUrl: expected an https address, found "javascript:alert(1)"',
    ],
    [
      'a known photo whose own class is not accepted',
      galleryOf({ ...panda, accepts: [387] }),
      'gallery.json: photos[0].accepts: expected an array that contains 388, the expected class, found an array of 1',
    ],
    [
      'an unknown photo with a class',
      galleryOf({ ...panda, known: false }),
      'gallery.json: photos[0].expected: expected null, since the photo is not known, found an object',
    ],
    [
      'a duplicate id',
      galleryOf(panda, panda),
      'gallery.json: photos[1].id: expected an id that no other photo has, found "panda"',
    ],
  ])('names the field of %s', (_, value, message) => {
    expect(messageOf(value)).toBe(message);
  });

  it('ignores inherited fields', () => {
    expect(messageOf(Object.create({ id: 'gallery@1', photos: [panda] }))).toContain('id: expected');
  });

  it('names the given file in messages', () => {
    expect(() => parseGallery(null, 'mine.json')).toThrow(
      'mine.json: (root): expected an object, found null',
    );
  });
});

describe('findPhoto', () => {
  const gallery = parseGallery(galleryOf(panda));

  it('returns the photo with the id, or undefined', () => {
    expect(findPhoto(gallery, 'panda')?.title.en).toBe('Giant panda');
    expect(findPhoto(gallery, 'toString')).toBeUndefined();
  });
});
