import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDrawingDataset } from '../../../../src/lessons-runtime/datasets/drawings/drawing-dataset.ts';
import { createMyDrawings } from '../../../../src/lessons-runtime/datasets/drawings/my-drawings.ts';
import type { DrawnClass } from '../../../../src/lessons-runtime/protocol/strokes.ts';
import type { Language } from '../../../../src/lessons-runtime/shared/language.ts';
import { publishedDataset } from '../../../support/published-datasets.ts';

const square = ['0,0 255,0 255,255 0,255 0,0'];
const cross = ['0,0 255,255', '255,0 0,255'];
const classes: readonly DrawnClass[] = [
  { name: 'butterfly', title: 'mariposa', drawings: [{ id: '1', strokes: cross }] },
  { name: 'cat', title: 'gato', drawings: [] },
  {
    name: 'bee',
    title: 'abeja',
    drawings: [
      { id: '2', strokes: square },
      { id: '3', strokes: cross },
    ],
  },
];

function load(drawn: readonly DrawnClass[] = classes, language: Language = 'en') {
  return createMyDrawings({
    tf,
    language,
    createError: ({ what, advice }) => new Error(`${what} ${advice}`),
    drawings: async () => drawn,
  });
}

beforeAll(() => tf.setBackend('cpu'));

describe('myDrawings', () => {
  it('returns the drawings of all classes, labelled by the order of the page', async () => {
    const mine = await load()();
    expect(mine.xs.shape).toEqual([3, 32, 32, 3]);
    expect(mine.ys.arraySync()).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(mine.labels).toEqual([0, 2, 2]);
    expect(mine.ids).toEqual(['butterfly-1', 'bee-2', 'bee-3']);
    expect(mine.classNames).toEqual(['mariposa', 'gato', 'abeja']);
    tf.dispose([mine.xs, mine.ys]);
  });

  it('has the fields, the margin and the values of a part of drawingDataset', async () => {
    const mine = await load()();
    const published = await createDrawingDataset(publishedDataset(tf, 'drawings@1'))(['butterfly', 'bee']);
    expect(Object.keys(mine)).toEqual([...Object.keys(published.train), 'classNames']);
    const levels = (xs: tf.Tensor) => [...new Set(xs.dataSync())].toSorted((a, b) => a - b);
    expect(levels(mine.xs).every((value) => levels(published.test.xs).includes(value))).toBe(true);
    const [, picture] = await mine.xs.array();
    const inkedRows = (picture ?? []).flatMap((row, y) => (row.flat().some((value) => value < 1) ? [y] : []));
    expect([inkedRows[0], inkedRows.at(-1)]).toEqual([2, 29]);
    tf.dispose([mine.xs, published.train.xs, published.validation.xs, published.test.xs]);
  });

  it('takes names, which choose and order the classes, and a size', async () => {
    const mine = await load()(['bee', 'butterfly', 'bee'], { imageSize: 20 });
    expect(mine.xs.shape).toEqual([3, 20, 20, 3]);
    expect(mine.ys.shape).toEqual([3, 2]);
    expect(mine.ids).toEqual(['bee-2', 'bee-3', 'butterfly-1']);
    expect(mine.classNames).toEqual(['abeja', 'mariposa']);
    const [small] = [await load()({ imageSize: 16 })];
    expect(small?.xs.shape).toEqual([3, 16, 16, 3]);
    tf.dispose([mine.xs, small?.xs]);
  });

  it.each([
    ['a page without a pad', () => load([])(), /^This page has no place to draw\. /],
    [
      'classes without drawings',
      () => load()(['cat']),
      /^You have not drawn any of these classes yet: gato\. Draw on the pad of this page/,
    ],
    [
      'an unknown class',
      () => load()(['dog']),
      /^The class “dog” is not drawn on this page\. You can ask for: 'butterfly', 'cat', and 'bee'\.$/,
    ],
    [
      'an unknown option',
      () => load()({ size: 3 } as object),
      /^myDrawings has no option “size”\. Its options are: imageSize\.$/,
    ],
    [
      'a size out of range',
      () => load()({ imageSize: 8 }),
      /^“imageSize” is 8, and has to be a whole number from 16 to 224/,
    ],
    [
      'a name that is not in a list',
      () => load()('bee' as unknown as object),
      /^The classes of myDrawings have to be in a list\. Write myDrawings\(\['bee'\]\)\.$/,
    ],
    [
      'an empty list',
      () => load()([]),
      /^The list of classes of myDrawings is empty\. You can ask for: 'butterfly', 'cat', and 'bee'\./,
    ],
    ['options that are none', () => load()(7 as unknown as object), /^The options of myDrawings are 7/],
  ])('explains %s', async (_, call, message) => {
    await expect(call()).rejects.toThrow(message);
  });

  it('explains errors in Spanish on a Spanish page', async () => {
    await expect(load([], 'es')()).rejects.toThrow('En esta página no hay ningún sitio donde dibujar.');
    await expect(load(classes, 'es')({ imageSize: 1.5 })).rejects.toThrow('«imageSize» vale 1.5');
  });
});
