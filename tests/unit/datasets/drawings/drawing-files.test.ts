import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseDrawingManifest } from '../../../../src/lessons-runtime/datasets/drawings/parse-drawing-manifest.ts';
import { source } from '../../../../tools/build-drawings/card.ts';
import spanishTitles from '../../../../tools/build-drawings/spanish-titles.json' with { type: 'json' };
import { datasetFolder } from '../../../support/published-datasets.ts';

const folder = datasetFolder('drawings@1');
const manifest = parseDrawingManifest(JSON.parse(readFileSync(join(folder, 'drawings.json'), 'utf8')));
const { classes, side, columns } = manifest;

describe('the published drawings', () => {
  it('show 345 things, about 100 times each', () => {
    expect(classes).toHaveLength(345);
    for (const { name, lines } of classes) expect(lines.length, name).toBeGreaterThanOrEqual(99);
    const names = classes.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(345);
  });

  it('have a title in both languages, no two alike', () => {
    expect(Object.keys(spanishTitles)).toHaveLength(345);
    for (const language of ['es', 'en'] as const)
      expect(new Set(classes.map(({ title }) => title[language])).size).toBe(345);
    expect(classes.find(({ name }) => name === 'butterfly')?.title).toEqual({
      es: 'mariposa',
      en: 'butterfly',
    });
  });

  it('credit their author with licence and origin', () => {
    expect(manifest.source).toEqual(source);
    expect(manifest.source.licence).toBe('CC-BY-4.0');
  });

  it('are in the files of the manifest and nowhere else, 4 MB at most', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      ['drawings.json', ...classes.map(({ file }) => file)].toSorted(),
    );
    for (const { file, bytes } of classes) expect(statSync(join(folder, file)).size, file).toBe(bytes);
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4_000_000);
  });

  it.each([
    'airplane',
    'bee',
    'broom',
    'butterfly',
    'zigzag',
  ])('are centred in the sheet of %s, in four levels of grey', async (name) => {
    const found = classes.find((each) => each.name === name);
    const { data, info } = await sharp(join(folder, `${name}.webp`))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const count = found?.lines.length ?? 0;
    expect([info.width, info.height]).toEqual([columns * side, Math.ceil(count / columns) * side]);
    expect([...new Set(data)].toSorted((one, other) => one - other)).toEqual([0, 85, 170, 255]);
    for (let place = 0; place < count; place += 1) {
      const inked = (line: 'row' | 'column') => (at: number) =>
        Array.from({ length: side }, (_, along) => {
          const [x, y] = line === 'row' ? [along, at] : [at, along];
          const left = (place % columns) * side + x;
          return data[(Math.floor(place / columns) * side + y) * info.width + left] ?? 255;
        }).some((value) => value < 255);
      for (const line of ['row', 'column'] as const) {
        const filled = Array.from({ length: side }, (_, at) => at).filter(inked(line));
        const [first = 0, last = 0] = [filled[0], filled.at(-1)];
        // Ink that is too faint to be kept may have been at an edge.
        expect(Math.abs(first - (side - 1 - last)), `${name} ${place} ${line}`).toBeLessThanOrEqual(4);
      }
    }
  });
});
