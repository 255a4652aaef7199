import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readSprites } from '../../../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import chosen from '../../../../tools/build-icons/chosen-targets.json' with { type: 'json' };
import { licenceUrls } from '../../../../tools/build-icons/licences.ts';
import { iconifyPackage, openclipartPackage } from '../../../../tools/build-icons/packages.ts';
import { iconsFolder, readPublishedIcons, readPublishedSheet } from '../../../support/published-icons.ts';

const manifest = readPublishedIcons();
const { sets, classes, side, columns } = manifest;
const sheets = classes.flatMap(({ shapes, colours }) => (colours === null ? [shapes] : [shapes, colours]));

describe('the published icons', () => {
  it('have the four classes of the lessons, with enough icons of each', () => {
    expect(manifest.id).toBe('icons@1');
    expect(classes.map(({ name, title }) => [name, title.es])).toEqual([
      ['butterfly', 'mariposa'],
      ['bee', 'abeja'],
      ['cat', 'gato'],
      ['dog', 'perro'],
    ]);
    expect(manifest.limits.length).toBeGreaterThan(2);
    const counts = classes.map(({ icons }) => icons.length);
    expect(counts.every((count, index) => count >= ([40, 30, 100, 100][index] ?? 0))).toBe(true);
  });

  it('are the manually chosen icons, except a few that look the same', () => {
    for (const { name, icons } of classes) {
      const lists = Object.entries(chosen).find(([key]) => key === name)?.[1];
      const ids = [
        ...Object.entries(lists?.iconify ?? {}).flatMap(([set, names]) =>
          names.map((icon: string) => `${set}:${icon}`),
        ),
        ...(lists?.openclipart ?? []).map(({ path }) => `openclipart:${path.split('/').at(-1)}`),
      ];
      expect(icons.filter(({ id }) => !ids.includes(id))).toEqual([]);
      expect(ids.length - icons.length).toBeLessThanOrEqual(2);
    }
  });

  it('are in the files of the manifest, and there are no other files', () => {
    const expected = ['icons.json', 'licences', ...sheets.map(({ file }) => file)];
    expect(readdirSync(iconsFolder).sort()).toEqual(expected.sort());
    for (const { file, bytes } of sheets) expect(statSync(join(iconsFolder, file)).size).toBe(bytes);
  });

  it('have at most 150 KB for butterflies and bees, and 340 KB in total', () => {
    const totalBytes = (names: readonly string[]) =>
      ['icons.json', ...sheets.map(({ file }) => file)]
        .filter((file) => file.endsWith('.json') || names.some((name) => file.startsWith(`${name}-`)))
        .reduce((sum, file) => sum + statSync(join(iconsFolder, file)).size, 0);
    expect(totalBytes(['butterfly', 'bee'])).toBeLessThanOrEqual(150_000);
    expect(totalBytes(['butterfly', 'bee', 'cat', 'dog'])).toBeLessThanOrEqual(340_000);
  });

  it('are in sheets of the required size, lossless and without transparency', async () => {
    for (const { shapes, colours, icons } of classes) {
      const coloured = icons.filter(({ colour }) => colour !== null);
      expect(coloured.map(({ colour }) => colour)).toEqual(coloured.map((_, index) => index));
      for (const [sheet, count] of [
        [shapes, icons.length],
        [colours, coloured.length],
      ] as const) {
        if (sheet === null) throw new Error('a sheet of colours was expected');
        const { format, width, height, hasAlpha } = await sharp(join(iconsFolder, sheet.file)).metadata();
        expect([format, width, height, hasAlpha]).toEqual([
          'webp',
          columns * side,
          Math.ceil(count / columns) * side,
          false,
        ]);
        expect(readFileSync(join(iconsFolder, sheet.file)).toString('latin1', 12, 16)).toBe('VP8L');
      }
    }
  });

  it.each(classes)('have no empty and no duplicate sprite of $name', async (iconClass) => {
    const icons = await readSprites(manifest, iconClass, readPublishedSheet);
    const seen = new Set(icons.map(({ sprite }) => `${sprite.shape} ${sprite.colours}`));
    expect(seen.size).toBe(icons.length);
    for (const { id, sprite } of icons) {
      const covered = sprite.shape.filter((value) => value > 127).length / sprite.shape.length;
      expect(covered, id).toBeGreaterThan(0.02);
      // The border is empty, so that a rotated drawing is not clipped.
      expect(Math.max(...sprite.shape.subarray(0, side), ...sprite.shape.subarray(-side)), id).toBe(0);
    }
  });
});

describe('the credits of the icons', () => {
  it('name a licence for every set that permits modified copies under other terms', () => {
    for (const { licence, licenceUrl } of sets) {
      expect(Object.entries(licenceUrls)).toContainEqual([licence, licenceUrl]);
      expect(licence).not.toMatch(/GPL|SA|NC|OFL/);
    }
  });

  it('list exactly the sets that have an icon', () => {
    const used = new Set(classes.flatMap(({ icons }) => icons.map(({ set }) => set)));
    expect(sets.map(({ id }) => id)).toEqual([...used].sort());
  });

  it('name the package of each set', () => {
    for (const { id, origin } of sets)
      expect(origin).toEqual(id.startsWith('openclipart-') ? openclipartPackage : iconifyPackage);
  });

  it('include the texts of the licences that require it', () => {
    const texts = readdirSync(join(iconsFolder, 'licences')).map((file) => file.replace(/\.txt$/, ''));
    const required = sets.map(({ licence }) => licence).filter((licence) => !/^(CC|public)/.test(licence));
    expect(texts.sort()).toEqual([...new Set(required)].sort());
  });

  it('assign all sets of an author to one family', () => {
    const families = new Map<string, Set<string>>();
    for (const { author, family } of sets)
      families.set(author, (families.get(author) ?? new Set()).add(family));
    expect([...families].filter(([, names]) => names.size > 1)).toEqual([]);
  });
});
