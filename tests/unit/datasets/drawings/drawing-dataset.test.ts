import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDrawingDataset } from '../../../../src/lessons-runtime/datasets/drawings/drawing-dataset.ts';
import { parseDrawingManifest } from '../../../../src/lessons-runtime/datasets/drawings/parse-drawing-manifest.ts';
import type { LabelledDataset } from '../../../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import { publishedDataset } from '../../../support/published-datasets.ts';

const fetched: string[] = [];
const load = createDrawingDataset(publishedDataset(tf, 'drawings@1', { fetched }));

beforeAll(() => tf.setBackend('cpu'));

describe('drawingDataset', () => {
  let data: LabelledDataset;
  beforeAll(async () => {
    data = await load(['butterfly', 'bee'], { numExamples: 10, augment: 3, split: 4, seed: 2 });
  });
  afterAll(() => tf.dispose([data.train, data.validation, data.test].map(({ xs, ys }) => [xs, ys])));

  it('gives pictures of 32 pixels: 20 and 30 of 100 for validation and test', () => {
    expect(data.train.xs.shape).toEqual([60, 32, 32, 3]);
    expect(data.validation.xs.shape).toEqual([40, 32, 32, 3]);
    expect(data.test.xs.shape).toEqual([60, 32, 32, 3]);
    expect(data.classNames).toEqual(['butterfly', 'bee']);
  });

  it('fetches only the classes it needs', () => {
    expect(fetched).toEqual(['drawings.json', 'butterfly.webp', 'bee.webp']);
  });

  it('has no drawing in two parts, for any split', async () => {
    for (const split of [0, 1, 2, 3, 4, 5]) {
      const all = await load(['butterfly', 'bee'], { split, imageSize: 16 });
      const ids = [all.train, all.validation, all.test].flatMap((part) => part.ids);
      expect(new Set(ids).size).toBe(200);
      expect(ids).toHaveLength(200);
      tf.dispose([all.train, all.validation, all.test].map(({ xs, ys }) => [xs, ys]));
    }
  });

  it('has dark drawings on white with an empty margin, and ids that match the labels', async () => {
    const pictures = await data.test.xs.array();
    for (const picture of pictures) {
      expect(picture[0]?.flat()).toEqual(Array.from({ length: 96 }, () => 1));
      const values = picture.flat(2);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeGreaterThan(0.5);
      expect(Math.min(...values)).toBe(0);
    }
    for (const { ids, labels } of [data.train, data.validation, data.test])
      expect(ids.map((id) => id.split('-')[0])).toEqual(labels.map((label) => data.classNames[label]));
  });

  it('gives the same pictures for the same arguments, and the test independently of the seed', async () => {
    const options = { numExamples: 10, augment: 3, split: 4 };
    const same = await load(['butterfly', 'bee'], { ...options, seed: 2 });
    const other = await load(['butterfly', 'bee'], { ...options, seed: 3 });
    expect(await same.train.xs.data()).toEqual(await data.train.xs.data());
    expect(other.train.ids).not.toEqual(data.train.ids);
    expect(await other.test.xs.data()).toEqual(await data.test.xs.data());
  });

  it('names classes similar to an unknown one, in either language', async () => {
    await expect(load(['butterfly', 'mariposa'])).rejects.toThrow(
      /There are no drawings of the class “mariposa”\. There are 345 classes, for example: 'butterfly',/,
    );
    const spanish = createDrawingDataset(publishedDataset(tf, 'drawings@1', { language: 'es' }));
    await expect(spanish(['bee', 'butterfli'])).rejects.toThrow(
      /No hay dibujos de la clase «butterfli»\. Hay 345 clases; por ejemplo: 'butterfly',/,
    );
  });
});

describe('parseDrawingManifest', () => {
  const text = { es: 'un texto', en: 'a text' };
  const source = {
    id: 'one',
    title: 'Drawings',
    author: 'Somebody',
    licence: 'CC-BY-4.0',
    licenceUrl: 'https://example.org/licence',
    url: 'https://example.org/',
    origin: { package: 'one', version: '1' },
  };
  const bee = { name: 'bee', title: text, file: 'bee.webp', bytes: 10, of: 4, without: [1] };
  const manifest = {
    id: 'drawings@1',
    about: text,
    changes: text,
    limits: [],
    side: 28,
    columns: 10,
    source,
    classes: [bee],
  };

  it('lists the lines that are in the sheet', () => {
    expect(parseDrawingManifest(manifest).classes[0]?.lines).toEqual([0, 2, 3]);
  });

  it.each([
    [{ ...manifest, source: { ...source, author: '' } }, 'source.author'],
    [{ ...manifest, classes: [{ ...bee, without: [4] }] }, 'classes[0].without[0]'],
    [{ ...manifest, classes: [{ ...bee, file: 'sub/bee.webp' }] }, 'classes[0].file'],
  ])('refuses %j', (value, field) => {
    expect(() => parseDrawingManifest(value)).toThrow(`${field}: expected`);
  });
});
