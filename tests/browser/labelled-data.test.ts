import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect } from 'vitest';
import { createDrawingDataset } from '../../src/lessons-runtime/datasets/drawings/drawing-dataset.ts';
import { createPhotoDataset } from '../../src/lessons-runtime/datasets/photos/photo-dataset.ts';
import { pixelDigest } from '../support/icon-digest.ts';
import { cell, runCell, writeCell } from '../support/lesson-page.ts';
import { publishedDataset } from '../support/published-datasets.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';

beforeAll(() => tf.setBackend('cpu'));

describe('labelled data in a cell', () => {
  siteTest('gives exactly the drawings that Node gives', async ({ openEngine }) => {
    const { page, requests } = await openEngine('en');
    await writeCell(
      page,
      id,
      `import { drawingDataset } from 'deshielo';
const { test } = await drawingDataset(['butterfly', 'bee'], { numExamples: 2 });
const digest = ${pixelDigest};
String(digest(await test.xs.data()))`,
    );
    await runCell(page, 'en', id);
    const load = createDrawingDataset(publishedDataset(tf, 'drawings@1'));
    const { test } = await load(['butterfly', 'bee'], { numExamples: 2 });
    expect(await cell(page, id).locator('[data-output=value]').innerText()).toBe(
      JSON.stringify(String(pixelDigest(await test.xs.data()))),
    );
    const files = requests.map((request) => request.url()).filter((url) => url.includes('/drawings@'));
    expect(files.map((url) => url.split('/').at(-1)).toSorted()).toEqual([
      'bee.webp',
      'butterfly.webp',
      'drawings.json',
    ]);
  });

  siteTest('gives the photos that Node gives, within the rounding of the decoder', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await writeCell(
      page,
      id,
      `import { photoDataset } from 'deshielo';
const { train, classNames } = await photoDataset(['galaxy', 'nebula'], { numExamples: 2, augment: 2 });
JSON.stringify([classNames, train.ids, [...train.xs.mean([1, 2, 3]).mul(255).round().dataSync()]])`,
    );
    await runCell(page, 'es', id);
    const [classNames, ids, means] = JSON.parse(
      JSON.parse(await cell(page, id).locator('[data-output=value]').innerText()),
    );
    const load = createPhotoDataset(publishedDataset(tf, 'photos@1', { language: 'es' }));
    const { train } = await load(['galaxy', 'nebula'], { numExamples: 2, augment: 2 });
    expect(classNames).toEqual(['galaxia', 'nebulosa']);
    expect(ids).toEqual(train.ids);
    const expected = [...train.xs.mean([1, 2, 3]).mul(255).dataSync()];
    expect(means).toHaveLength(expected.length);
    for (const [place, mean] of expected.entries())
      expect(Math.abs(means[place] - mean), train.ids[place]).toBeLessThan(2);
  });
});
