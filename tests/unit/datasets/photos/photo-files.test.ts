import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parsePhotoManifest } from '../../../../src/lessons-runtime/datasets/photos/parse-photo-manifest.ts';
import landscapes from '../../../../tools/build-photos/chosen-landscapes.json' with { type: 'json' };
import sky from '../../../../tools/build-photos/chosen-sky.json' with { type: 'json' };
import { licenceUrls } from '../../../../tools/build-photos/licences.ts';
import { endlessSkyPackage, stellariumPackage } from '../../../../tools/build-photos/packages.ts';
import { datasetFolder } from '../../../support/published-datasets.ts';

const folder = datasetFolder('photos@1');
const manifest = parsePhotoManifest(JSON.parse(readFileSync(join(folder, 'photos.json'), 'utf8')));
const { sources, classes } = manifest;
const packs = classes.flatMap((each) => each.packs);
const photos = packs.flatMap((pack) => pack.photos);
const chosen = [...sky.photos, ...landscapes.photos];

describe('the published photos', () => {
  it('show six classes, with enough of each to train with ten and to test', () => {
    expect(manifest.id).toBe('photos@1');
    const counts = classes.map(({ name, packs: each }) => [name, each.flatMap((pack) => pack.photos).length]);
    expect(counts).toEqual([
      ['galaxy', 117],
      ['nebula', 103],
      ['water', 40],
      ['mountain', 52],
      ['desert', 29],
      ['city', 22],
    ]);
  });

  it('are those of the tool’s lists, each once, with the label of the list', () => {
    expect(photos.map(({ id }) => id).toSorted()).toEqual(chosen.map(({ file }) => file).toSorted());
    for (const { name, packs: each } of classes)
      for (const { id } of each.flatMap((pack) => pack.photos))
        expect(chosen.find(({ file }) => file === id)?.class, id).toBe(name);
  });

  it('do not include photos that the lists leave out with a reason', () => {
    for (const { file, why } of [...sky.leftOut, ...landscapes.leftOut]) {
      expect(why.length, file).toBeGreaterThan(10);
      expect(photos.map(({ id }) => id)).not.toContain(file);
    }
  });

  it('have the originals’ hashes of the lists, no two equal', () => {
    for (const { id, sha256 } of photos) expect(chosen.find(({ file }) => file === id)?.sha256).toBe(sha256);
    expect(new Set(photos.map(({ sha256 }) => sha256)).size).toBe(photos.length);
  });

  it('are in the files of the manifest and nowhere else', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      ['photos.json', ...packs.map(({ file }) => file)].toSorted(),
    );
    for (const { file, bytes } of packs) expect(statSync(join(folder, file)).size).toBe(bytes);
  });

  it('weigh at most 900 KB for each class, and 3 MB in all', () => {
    for (const { name, packs: each } of classes)
      expect(
        each.reduce((sum, { bytes }) => sum + bytes, 0),
        name,
      ).toBeLessThanOrEqual(900_000);
    expect(packs.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(3_000_000);
  });

  it('are squares of at most 224 pixels without transparency or metadata, none nearly black', async () => {
    for (const { file, photos: inPack } of packs) {
      const pack = readFileSync(join(folder, file));
      let end = 0;
      for (const { id, side, bytes } of inPack) {
        const picture = sharp(pack.subarray(end, end + bytes));
        end += bytes;
        const { format, width, height, hasAlpha, exif, icc } = await picture.metadata();
        expect([format, width, height, hasAlpha, exif, icc], id).toEqual([
          'webp',
          side,
          side,
          false,
          undefined,
          undefined,
        ]);
        expect(side).toBeLessThanOrEqual(224);
        const { channels } = await picture.stats();
        expect(Math.max(...channels.map(({ max }) => max)), id).toBeGreaterThan(100);
      }
    }
  });
});

describe('the credits of the photos', () => {
  const sourceOf = new Map(sources.map((source) => [source.id, source]));

  it('give author, licence and origin of each photo', () => {
    for (const { id, source, path } of photos) {
      const credit = sourceOf.get(source);
      expect(credit?.author.length, id).toBeGreaterThan(2);
      expect(Object.entries(licenceUrls), id).toContainEqual([credit?.licence, credit?.licenceUrl]);
      expect([stellariumPackage, endlessSkyPackage], id).toContainEqual(credit?.origin);
      expect(credit?.statedIn, id).toMatch(/^usr\/share\/doc\//);
      expect(path, id).toMatch(/^usr\/share\//);
    }
  });

  it('name every source that has a photo, once, and no other', () => {
    const used = new Set(photos.map(({ source }) => source));
    expect(sources.map(({ id }) => id).toSorted()).toEqual([...used].toSorted());
  });

  it('have separate packs, marked in name and manifest, for share-alike photos', () => {
    for (const { file, shareAlike, photos: inPack } of packs) {
      expect(file.endsWith('-share-alike.bin')).toBe(shareAlike);
      for (const { id, source } of inPack)
        expect(sourceOf.get(source)?.licence.includes('-SA-'), id).toBe(shareAlike);
    }
  });
});
