import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledDataset } from '../../../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import { parsePhotoManifest } from '../../../../src/lessons-runtime/datasets/photos/parse-photo-manifest.ts';
import { createPhotoDataset } from '../../../../src/lessons-runtime/datasets/photos/photo-dataset.ts';
import { datasetFolder, publishedDataset } from '../../../support/published-datasets.ts';

const manifest = parsePhotoManifest(
  JSON.parse(readFileSync(join(datasetFolder('photos@1'), 'photos.json'), 'utf8')),
);
const groupOf = new Map(
  manifest.classes
    .flatMap(({ packs }) => packs.flatMap(({ photos }) => photos))
    .map(({ id, group }) => [id, group]),
);
const fetched: string[] = [];
const load = createPhotoDataset(publishedDataset(tf, 'photos@1', { fetched }));
const size = { imageSize: 32 };

beforeAll(() => tf.setBackend('cpu'));

describe('photoDataset', () => {
  let data: LabelledDataset;
  beforeAll(async () => {
    data = await load(['water', 'mountain'], { numExamples: 6, augment: 2, split: 1, seed: 3, ...size });
  });
  afterAll(() => tf.dispose([data.train, data.validation, data.test].map(({ xs, ys }) => [xs, ys])));

  it('gives numExamples times augment pictures of each class to train with', () => {
    expect(data.train.xs.shape).toEqual([24, 32, 32, 3]);
    expect(data.train.ys.shape).toEqual([24, 2]);
    expect(data.train.labels.filter((label) => label === 0)).toHaveLength(12);
    expect(new Set(data.train.ids).size).toBe(12);
  });

  it('holds out a fifth of each class for validation and three tenths for the test', () => {
    const shareOf = (labels: readonly number[], label: number) =>
      labels.filter((each) => each === label).length;
    expect([0, 1].map((label) => shareOf(data.validation.labels, label))).toEqual([8, 10]);
    expect([0, 1].map((label) => shareOf(data.test.labels, label))).toEqual([12, 16]);
  });

  it.each(
    Array.from({ length: 10 }, (_, split) => split),
  )('has no photo and no group of photos in two parts under split %i', async (split) => {
    const { train, validation, test } = await load(['water', 'mountain'], { split, imageSize: 16 });
    const groups = [train, validation, test].map(({ ids }) => new Set(ids.map((id) => groupOf.get(id))));
    const all = groups.flatMap((each) => [...each]);
    expect(new Set(all).size).toBe(all.length);
    expect(train.ids.length + validation.ids.length + test.ids.length).toBe(92);
    tf.dispose([train, validation, test].map(({ xs, ys }) => [xs, ys]));
  });

  it('splits a class independently of the other classes', async () => {
    const other = await load(['city', 'mountain'], { split: 1, imageSize: 16 });
    const mountains = (labels: readonly number[], ids: readonly string[]) =>
      ids.filter((_, place) => labels[place] === 1);
    expect(mountains(other.test.labels, other.test.ids)).toEqual(mountains(data.test.labels, data.test.ids));
  });

  it('gives the same pictures for the same arguments, and validation and test independently of the seed', async () => {
    const options = { numExamples: 6, augment: 2, split: 1, ...size };
    const same = await load(['water', 'mountain'], { ...options, seed: 3 });
    const other = await load(['water', 'mountain'], { ...options, seed: 4 });
    expect(await same.train.xs.data()).toEqual(await data.train.xs.data());
    expect(other.train.ids).not.toEqual(data.train.ids);
    for (const part of ['validation', 'test'] as const) {
      expect(other[part].ids).toEqual(data[part].ids);
      expect(await other[part].xs.data()).toEqual(await data[part].xs.data());
    }
  });

  it('gives each photo unchanged, and then augmented copies of it', async () => {
    const plain = await load(['water', 'mountain'], {
      numExamples: 6,
      augment: 1,
      split: 1,
      seed: 3,
      ...size,
    });
    const [first, second] = data.train.xs.unstack();
    const [photo] = plain.train.xs.unstack();
    expect(await first?.data()).toEqual(await photo?.data());
    expect(await second?.data()).not.toEqual(await photo?.data());
    expect(data.train.ids[0]).toBe(data.train.ids[1]);
  });

  it('has values from 0 to 1, and equal labels as numbers and one-hot', async () => {
    for (const { xs, ys, labels } of [data.train, data.validation, data.test]) {
      expect((await xs.min().data())[0]).toBeGreaterThanOrEqual(0);
      expect((await xs.max().data())[0]).toBeLessThanOrEqual(1);
      expect(Array.from(await ys.argMax(1).data())).toEqual(labels);
    }
  });

  it('has a default size of 96 pixels, and creates six tensors', async () => {
    const before = tf.memory().numTensors;
    const { train, validation, test } = await load(['desert', 'city'], { numExamples: 1 });
    expect(train.xs.shape).toEqual([2, 96, 96, 3]);
    expect(tf.memory().numTensors - before).toBe(6);
    tf.dispose([train, validation, test].map(({ xs, ys }) => [xs, ys]));
  });

  it('fetches the packs of the classes it needs, once', async () => {
    fetched.length = 0;
    const once = createPhotoDataset(publishedDataset(tf, 'photos@1', { fetched }));
    await once(['desert', 'city'], { numExamples: 1, imageSize: 16 });
    await once(['city', 'desert'], { numExamples: 2, imageSize: 24 });
    expect(fetched.toSorted()).toEqual([
      'city-share-alike.bin',
      'city.bin',
      'desert-share-alike.bin',
      'desert.bin',
      'photos.json',
    ]);
  });

  it('has class names and errors in the page’s language', async () => {
    const spanish = createPhotoDataset(publishedDataset(tf, 'photos@1', { language: 'es' }));
    const options = { numExamples: 1, imageSize: 16 };
    expect((await spanish(['galaxy', 'nebula'], options)).classNames).toEqual(['galaxia', 'nebulosa']);
    await expect(spanish(['water', 'forest'])).rejects.toThrow(
      "No hay fotos de la clase «forest». Las clases son: 'galaxy', 'nebula', 'water', 'mountain', 'desert' y 'city'.",
    );
    await expect(load(['water', 'forest'])).rejects.toThrow('There are no photos of the class “forest”.');
  });

  it('throws if there are fewer training examples than requested, with their number', async () => {
    await expect(load(['water', 'city'], { numExamples: 12 })).rejects.toThrow(
      /leaves for training: water 20 and city 11/,
    );
  });

  it('throws for an unknown option or a size out of range', async () => {
    const options = { seed: 1, numExample: 5 };
    await expect(load(['water', 'city'], options)).rejects.toThrow(
      'photoDataset has no option “numExample”. Its options are: numExamples, augment, split, seed, and imageSize.',
    );
    await expect(load(['water', 'city'], { imageSize: 8 })).rejects.toThrow('whole number from 16 to 224');
  });
});
