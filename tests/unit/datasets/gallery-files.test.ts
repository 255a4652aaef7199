import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseGallery } from '../../../src/lessons-runtime/datasets/gallery.ts';
import { languages } from '../../../src/lessons-runtime/shared/language.ts';
import { describePhoto } from '../../../tools/build-gallery/describe-photo.ts';
import { licenceUrls } from '../../../tools/build-gallery/licences.ts';
import { photoSources } from '../../../tools/build-gallery/sources/photo-sources.ts';

const folder = fileURLToPath(new URL('../../../public/datasets/gallery@1/', import.meta.url));
const gallery = parseGallery(JSON.parse(readFileSync(join(folder, 'gallery.json'), 'utf8')));
const { photos } = gallery;

describe('the published gallery', () => {
  it('has at least 16 photos of known classes and 3 of none', () => {
    expect(gallery.id).toBe('gallery@1');
    expect(photos.filter((photo) => photo.known).length).toBeGreaterThanOrEqual(16);
    expect(photos.filter((photo) => !photo.known).length).toBeGreaterThanOrEqual(3);
  });

  it('matches the sources of the build tool, in their order', () => {
    const described = photoSources.map((source) => {
      const bytes = readFileSync(join(folder, `photos/${source.id}.jpg`));
      const { width, height } = photos.find((photo) => photo.id === source.id) ?? { width: 0, height: 0 };
      return describePhoto(source, { bytes, width, height });
    });
    expect(photos).toEqual(described);
  });

  it('contains the files of its manifest and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(['gallery.json', 'photos', 'thumbs']);
    const names = (path: string) => readdirSync(join(folder, path)).map((name) => `${path}/${name}`);
    expect(names('photos').sort()).toEqual(photos.map((photo) => photo.file).sort());
    expect(names('thumbs').sort()).toEqual(photos.map((photo) => photo.thumb).sort());
  });

  it('is at most 1.8 MB in size', () => {
    const paths = ['gallery.json', ...photos.flatMap((photo) => [photo.file, photo.thumb])];
    const total = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    expect(total).toBeLessThanOrEqual(1_800_000);
  });

  it('contains no photo twice', () => {
    const digests = photos.map((photo) =>
      createHash('sha256')
        .update(readFileSync(join(folder, photo.file)))
        .digest('hex'),
    );
    expect(new Set(digests).size).toBe(photos.length);
    expect(new Set(photos.map((photo) => photo.origin.sha256)).size).toBe(photos.length);
  });
});

describe.each(photos)('$id', (photo) => {
  it('is a JPEG of the size in the manifest, in sRGB and without metadata', async () => {
    const bytes = readFileSync(join(folder, photo.file));
    const found = await sharp(bytes).metadata();
    expect(bytes.length).toBe(photo.bytes);
    expect(bytes.length).toBeLessThanOrEqual(70 * 1024);
    expect([found.format, found.width, found.height]).toEqual(['jpeg', photo.width, photo.height]);
    expect([found.space, found.channels]).toEqual(['srgb', 3]);
    expect([found.exif, found.icc, found.xmp, found.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Math.max(photo.width, photo.height)).toBeLessThanOrEqual(640);
    expect(Math.min(photo.width, photo.height)).toBeGreaterThanOrEqual(224);
  });

  it('has a square thumbnail of 144 px and at most 6 KB', async () => {
    const bytes = readFileSync(join(folder, photo.thumb));
    const found = await sharp(bytes).metadata();
    expect([found.format, found.width, found.height]).toEqual(['webp', 144, 144]);
    expect(bytes.length).toBeLessThanOrEqual(6 * 1024);
  });

  it('has a licence that permits publication', () => {
    expect(Object.entries(licenceUrls)).toContainEqual([photo.licence, photo.licenceUrl]);
    expect(photo.licence).toMatch(/^(public-domain|CC0-1\.0|CC-BY-[1-4]\.0)$/);
  });

  it('is described in each language, with different texts', () => {
    for (const language of languages) {
      expect(photo.title[language].length).toBeGreaterThan(2);
      expect(photo.alt[language].length).toBeGreaterThan(15);
    }
    for (const texts of [photo.alt, photo.changes])
      expect(new Set(Object.values(texts)).size).toBe(languages.length);
  });
});
