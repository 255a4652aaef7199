import { describe, expect, it } from 'vitest';
import { parsePhotoManifest } from '../../../../src/lessons-runtime/datasets/photos/parse-photo-manifest.ts';

const text = { es: 'un texto', en: 'a text' };
const source = {
  id: 'one',
  title: 'Pictures',
  author: 'Somebody',
  licence: 'CC-BY-4.0',
  licenceUrl: 'https://example.org/licence',
  url: 'https://example.org/',
  statedIn: 'usr/share/doc/one/copyright',
  origin: { package: 'one', version: '1' },
};
const photo = {
  id: 'm31',
  title: 'M 31',
  source: 'one',
  group: 'm31',
  url: null,
  path: 'usr/share/one/m31.png',
  sha256: 'a'.repeat(64),
  side: 224,
  bytes: 100,
};
const withPhotos = (photos: readonly object[], bytes = 100 * photos.length, file = 'galaxy.bin') => ({
  id: 'photos@1',
  about: text,
  changes: text,
  limits: [text],
  sources: [source],
  classes: [
    { name: 'galaxy', title: text, upright: false, packs: [{ file, bytes, shareAlike: false, photos }] },
  ],
});
const manifest = withPhotos([photo]);

describe('parsePhotoManifest', () => {
  it('returns a copy with only the fields of the type', () => {
    expect(parsePhotoManifest({ ...manifest, more: 1 })).toEqual(manifest);
  });

  it.each([
    ['an author', { ...manifest, sources: [{ ...source, author: ' ' }] }, 'sources[0].author'],
    ['a licence', { ...manifest, sources: [{ ...source, licence: undefined }] }, 'sources[0].licence'],
    ['an origin', { ...manifest, sources: [{ ...source, origin: {} }] }, 'sources[0].origin.package'],
    ['a listed source', withPhotos([{ ...photo, source: 'two' }]), 'photos[0].source'],
    ['an id of its own', withPhotos([photo, photo]), 'photos[1].id'],
    ['a pack of the photos’ size', withPhotos([photo], 99), 'packs[0].bytes'],
    ['a file of the folder', withPhotos([photo], 100, '../galaxy.bin'), 'packs[0].file'],
    ['a hash', withPhotos([{ ...photo, sha256: 'abc' }]), 'photos[0].sha256'],
    ['an address', withPhotos([{ ...photo, url: 'javascript:1' }]), 'photos[0].url'],
  ])('refuses a manifest without %s', (_, value, field) => {
    expect(() => parsePhotoManifest(value)).toThrow(`${field}: expected`);
  });

  it('refuses a group whose photos are in two classes', () => {
    const [galaxies] = manifest.classes;
    const nebulae = {
      ...galaxies,
      name: 'nebula',
      packs: [{ file: 'nebula.bin', bytes: 100, shareAlike: false, photos: [{ ...photo, id: 'm42' }] }],
    };
    expect(() => parsePhotoManifest({ ...manifest, classes: [galaxies, nebulae] })).toThrow(
      'classes[1].packs[0].photos[0].group: expected a group of one class only',
    );
  });
});
