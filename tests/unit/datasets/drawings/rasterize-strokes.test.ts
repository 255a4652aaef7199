import { beforeAll, describe, expect, it } from 'vitest';
import { parseDrawingManifest } from '../../../../src/lessons-runtime/datasets/drawings/parse-drawing-manifest.ts';
import {
  rasterizeStrokes,
  rasterSide,
} from '../../../../src/lessons-runtime/datasets/drawings/rasterize-strokes.ts';
import { cutSprite } from '../../../../src/lessons-runtime/datasets/labelled/cut-sprite.ts';
import { parseJson } from '../../../../src/lessons-runtime/datasets/labelled/dataset-files.ts';
import { simplifyStrokes } from '../../../../src/lessons-runtime/host/drawings/simplify-strokes.ts';
import { nodeDatasetFiles } from '../../../../tools/node-dataset-files.ts';
import { drawnPictures } from '../../../support/drawn-strokes.ts';
import { datasetFolder } from '../../../support/published-datasets.ts';

const at = (picture: ArrayLike<number>, x: number, y: number) => picture[y * rasterSide + x];

/** Returns the drawings of a class of `drawings@1`. */
async function publishedDrawings(name: string): Promise<readonly Uint8Array[]> {
  const files = nodeDatasetFiles(datasetFolder('drawings@1'));
  const manifest = await files.read('drawings.json', (bytes) => parseDrawingManifest(parseJson(bytes)));
  const found = manifest.classes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no class ${name}`);
  const { side, columns } = manifest;
  const sheet = await files.read(found.file, (bytes) => files.decode(bytes, found.file));
  return found.lines.map((_, index) => cutSprite(sheet, { index, side, columns }, 1));
}

/** Measures a picture of 28 pixels: the share of ink, the sides of the ink's bounding box, and the mean width of its lines. */
function measure(picture: ArrayLike<number>) {
  let [ink, left, right, top, bottom, area, edges] = [0, rasterSide, -1, rasterSide, -1, 0, 0];
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < rasterSide && (at(picture, x, y) ?? 255) < 128;
  for (let y = -1; y < rasterSide; y += 1)
    for (let x = -1; x < rasterSide; x += 1) {
      if (isDark(x, y)) area += 1;
      for (const other of [isDark(x + 1, y), isDark(x, y + 1)]) if (isDark(x, y) !== other) edges += 1;
      const value = x < 0 || y < 0 ? 255 : (at(picture, x, y) ?? 255);
      if (value === 255) continue;
      ink += 1 - value / 255;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  const sides = [right - left + 1, bottom - top + 1].toSorted((a, b) => a - b);
  return {
    ink: ink / rasterSide ** 2,
    shorter: sides[0] ?? 0,
    longer: sides[1] ?? 0,
    width: (2 * area) / edges,
  };
}

type Measured = keyof ReturnType<typeof measure>;

describe('rasterizeStrokes', () => {
  it('draws a line of one pixel that fills the picture, dark on white', () => {
    const picture = rasterizeStrokes(['0,0 255,0']);
    const middle = rasterSide / 2;
    // Centred, the line covers half of two rows. Its ends are round.
    for (let x = 0; x < rasterSide; x += 1) {
      const isEnd = x === 0 || x === rasterSide - 1;
      for (const y of [middle - 1, middle]) expect(at(picture, x, y)).toBe(isEnd ? 170 : 85);
      for (const y of [middle - 2, middle + 1]) expect(at(picture, x, y)).toBe(255);
    }
  });

  it('scales and centres drawings that are not, and draws a dot in the middle', () => {
    expect(rasterizeStrokes(['10,20 60,20 60,70'])).toEqual(rasterizeStrokes(['0,0 250,0 250,250']));
    const dot = rasterizeStrokes(['40,200']);
    expect(dot.filter((value) => value < 255).length).toBe(4);
    expect(at(dot, 13, 13)).toBeLessThan(255);
    expect(at(dot, 14, 14)).toBeLessThan(255);
  });

  it('gives the same bytes as when this test was written', () => {
    const rows = (picture: Uint8Array) =>
      Array.from({ length: rasterSide }, (_, y) =>
        Array.from(
          picture.slice(y * rasterSide, (y + 1) * rasterSide),
          (value) => '#o. '[value / 85] ?? '?',
        ).join(''),
      );
    expect(rows(rasterizeStrokes(['0,0 255,128 0,255', '60,128'])).slice(0, 15)).toMatchInlineSnapshot(`
      [
        "#o                          ",
        " o#o                        ",
        "   o#o                      ",
        "     o#o                    ",
        "       o#o                  ",
        "         o#o                ",
        "           o#o              ",
        "             o#o            ",
        "               o#o          ",
        "                 o#o        ",
        "                   o#o      ",
        "                     o#o    ",
        "                       o#o  ",
        "      .                  o#o",
        "      .                  o#o",
      ]
    `);
  });

  describe('with drawings like those of people', () => {
    const measured = new Map<string, ReturnType<typeof measure>>();
    const published = new Map<string, readonly ReturnType<typeof measure>[]>();
    beforeAll(async () => {
      for (const [name, strokes] of Object.entries(drawnPictures)) {
        measured.set(name, measure(rasterizeStrokes(simplifyStrokes(strokes))));
        published.set(name, (await publishedDrawings(name)).map(measure));
      }
    });

    it.each(
      Object.keys(drawnPictures).flatMap((name) =>
        (['ink', 'width', 'longer', 'shorter'] as const).map((what): [Measured, string] => [what, name]),
      ),
    )('has the %s of the drawings of a %s in drawings@1', (what, name) => {
      const values = (published.get(name) ?? []).map((each) => each[what]).toSorted((a, b) => a - b);
      expect(values.length).toBeGreaterThan(90);
      const value = measured.get(name)?.[what];
      expect(value).toBeGreaterThanOrEqual(values[2] ?? Number.NaN);
      expect(value).toBeLessThanOrEqual(values[values.length - 3] ?? Number.NaN);
    });
  });
});
