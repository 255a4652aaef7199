import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { describe, expect } from 'vitest';
import { cell, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';
const photo = 'cat-chelsea';

interface Reference {
  readonly photos: readonly {
    readonly id: string;
    readonly top5: readonly { readonly index: number; readonly probability: number }[];
  }[];
}

const reference: Reference = JSON.parse(readFileSync('tests/fixtures/mobilenet-v1/reference.json', 'utf8'));
const expected = reference.photos.find((each) => each.id === photo)?.top5 ?? [];

describe('mobileNet in a cell', () => {
  siteTest.for(['wasm', 'cpu', 'webgl'] as const)(
    'is fetched only when it is used, and its predictions on %s match those of TensorFlow',
    async (backend, { openEngine }) => {
      const { page, requests } = await openEngine('es', { backend });
      const mobileNetRequests = () => requests.filter((request) => request.url().includes('mobilenet'));
      await writeCell(page, id, '1 + 1');
      await runCell(page, 'es', id);
      expect(mobileNetRequests()).toEqual([]);

      await writeCell(
        page,
        id,
        `import { catsAndDogs, decodePredictions, galleryPhoto, imgToArray, loadImage, mobileNet } from 'deshielo';
const network = await mobileNet({ weights: 'imagenet', includeTop: true, inputShape: [224, 224, 3] });
const image = await loadImage(await galleryPhoto('${photo}'), { targetSize: [224, 224], keepAspectRatio: true });
const output = network.predict(mobileNet.preprocessInput(imgToArray(image)).expandDims(0)) as tf.Tensor;
const [top] = await decodePredictions(output, { top: 5 });
JSON.stringify([tf.getBackend(), top.map(({ index, probability }) => ({ index, probability })), [...(await catsAndDogs(output)).dataSync()]])`,
      );
      await runCell(page, 'es', id);
      const progress = cell(page, id).locator('[data-output=progress]').first();
      expect(await progress.innerText()).toContain('MobileNet');
      expect(mobileNetRequests()).toHaveLength(4);
      const value = await cell(page, id).locator('[data-output=value]').innerText();
      const [used, top, [catProbability]] = JSON.parse(JSON.parse(value));
      expect(used).toBe(backend);
      expect(catProbability).toBeGreaterThan(0.99);
      // The browser and sharp resize photos differently, so that probabilities differ by a few hundredths from the fixture's.
      for (const [rank, { index, probability }] of expected.entries()) {
        const next = expected[rank + 1]?.probability ?? 0;
        if (probability - next <= 0.005) continue;
        expect(top[rank].index).toBe(index);
        expect(Math.abs(top[rank].probability - probability)).toBeLessThan(0.1);
      }
    },
  );

  siteTest(
    'can be cut, frozen, trained with a new head, saved, loaded and downloaded',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      await writeCell(
        page,
        id,
        `import { downloadModel, loadSavedModel, mobileNet, saveModel } from 'deshielo';
const base = await mobileNet({ includeTop: false, inputShape: [64, 64, 3], pooling: 'avg' });
base.trainable = false;
const model = tf.sequential({ layers: [base, tf.layers.dense({ units: 2, activation: 'softmax' })] });
model.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy' });
const xs = tf.randomUniform([4, 64, 64, 3], -1, 1, 'float32', 7);
const statistics = () => String(base.getLayer('conv_dw_3_bn').getWeights().map((weight) => weight.dataSync()));
const before = statistics();
const { history } = await model.fit(xs, tf.oneHot(tf.tensor1d([0, 1, 0, 1], 'int32'), 2), { epochs: 3 });
const frozen = statistics() === before;
base.trainable = true;
model.compile({ optimizer: tf.train.adam(1e-5), loss: 'categoricalCrossentropy' });
await model.fit(xs, tf.oneHot(tf.tensor1d([0, 1, 0, 1], 'int32'), 2), { epochs: 1 });
await saveModel(model, 'mine');
const loaded = await loadSavedModel('mine');
const predictions = (each: tf.LayersModel) => String((each.predict(xs) as tf.Tensor).dataSync());
await downloadModel(model, 'mine');
JSON.stringify([predictions(model), Number(history.loss[2]) < Number(history.loss[0]), frozen, statistics() !== before, predictions(model) === predictions(loaded)])`,
      );
      await runCell(page, 'en', id);
      const value = await cell(page, id).locator('[data-output=value]').innerText();
      const [printed, ...checks] = JSON.parse(JSON.parse(value));
      expect(checks).toEqual([true, true, true, true]);

      const files = new Map<string, Buffer>();
      for (const label of [/^Download mine\.json/, /^Download mine\.weights\.bin/]) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: label }).click(),
        ]);
        files.set(download.suggestedFilename(), await readFile(await download.path()));
      }
      const model = await tf.loadLayersModel('https://x.example/mine.json', {
        fetchFunc: async (url) =>
          new Response(new Uint8Array(files.get(String(url).split('/').at(-1) ?? '') ?? [])),
      });
      const output = model.predict(tf.randomUniform([4, 64, 64, 3], -1, 1, 'float32', 7)) as tf.Tensor;
      const inPage = String(printed).split(',').map(Number);
      expect(inPage).toHaveLength(8);
      for (const [place, probability] of [...(await output.data())].entries())
        expect(probability).toBeCloseTo(inPage[place] ?? Number.NaN, 4);
    },
  );
});
