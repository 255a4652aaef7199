import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createPreprocessInput,
  mobileNetNormalization,
} from '../../../src/lessons-runtime/models/preprocess-input.ts';
import { topClasses } from '../../../tools/convert-efficientnet-lite0/compare-logits.ts';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { readCentre, side } from '../../../tools/convert-mobilenet-v1/read-input.ts';
import { mobileNetFolder } from './open-model.ts';

interface Reference {
  readonly photos: readonly {
    readonly id: string;
    readonly top5: readonly { readonly index: number; readonly probability: number }[];
  }[];
}

const classes = 1000;
const fixture = new URL('../../fixtures/mobilenet-v1/', import.meta.url);
const photosFolder = new URL('../../../public/datasets/gallery@1/photos/', import.meta.url);
const { photos }: Reference = JSON.parse(readFileSync(new URL('reference.json', fixture), 'utf8'));
const expected = readProbabilities();

/** The probabilities that the published model predicts for each photo. */
let found: readonly Float32Array[];
let model: tf.LayersModel;

beforeAll(async () => {
  await startWasm();
  model = await tf.loadLayersModel('https://x.example/model.json', {
    fetchFunc: async (url) =>
      new Response(
        new Uint8Array(await readFile(new URL(`.${new URL(String(url)).pathname}`, mobileNetFolder))),
      ),
  });
  const preprocessInput = createPreprocessInput(tf, mobileNetNormalization);
  found = await Promise.all(
    photos.map(async ({ id }) => {
      const pixels = await readCentre(fileURLToPath(new URL(`${id}.jpg`, photosFolder)));
      return tf.tidy(() => {
        const batch = preprocessInput(tf.tensor4d(pixels, [1, side, side, 3], 'int32'));
        const output = model.predict(batch);
        if (Array.isArray(output)) throw new Error('one output was expected');
        return Float32Array.from(output.dataSync());
      });
    }),
  );
}, 120_000);

describe('the published MobileNet V1, loaded with plain tf.loadLayersModel', () => {
  it('is compared with TensorFlow on at least 20 photos', () => {
    expect(photos.length).toBeGreaterThanOrEqual(20);
    for (const [photo, { top5 }] of photos.entries())
      expect(topClasses(expected[photo] ?? [], 5)).toEqual(top5.map(({ index }) => index));
  });

  it('ranks TensorFlow’s five most probable classes in the same order, except near ties', () => {
    for (const [photo, { id, top5 }] of photos.entries()) {
      const probabilities = found[photo] ?? new Float32Array();
      for (const [rank, { index, probability }] of top5.entries()) {
        const next = top5[rank + 1];
        if (next === undefined || probability - next.probability <= 0.005) continue;
        expect
          .soft(probabilities[index], `${id}, rank ${rank + 1}`)
          .toBeGreaterThan(probabilities[next.index] ?? Number.NaN);
      }
      expect.soft(topClasses(probabilities, 1), id).toEqual([top5[0]?.index]);
    }
  });

  it('differs from TensorFlow by less than 0.01 in every class on 95 % of the photos', () => {
    const largest = photos.map(({ id }, photo) => ({
      id,
      difference: Math.max(
        ...(found[photo] ?? []).map((value, index) =>
          Math.abs(value - (expected[photo]?.[index] ?? Number.NaN)),
        ),
      ),
    }));
    const over = largest.filter(({ difference }) => !(difference < 0.01));
    expect(over.length / photos.length, JSON.stringify(over)).toBeLessThanOrEqual(0.05);
  });

  it('is stored in at most 9 MB, in files of at most 4 MB whose sizes the model card lists', async () => {
    const card = JSON.parse(await readFile(new URL('model-card.json', mobileNetFolder), 'utf8'));
    let total = 0;
    for (const [file, bytes] of Object.entries<number>(card.files)) {
      const content = await readFile(new URL(file, mobileNetFolder));
      total += content.length;
      expect.soft(content.length, file).toBe(bytes);
      expect.soft(content.length, file).toBeLessThanOrEqual(4_000_000);
    }
    expect(total).toBeLessThanOrEqual(9_000_000);
    expect(card.parameters).toBe(model.countParams());
  });
});

function readProbabilities(): readonly Float32Array[] {
  const bytes = new Uint8Array(readFileSync(new URL('probabilities.f32', fixture)));
  const all = new Float32Array(bytes.buffer);
  return photos.map((_, index) => all.subarray(index * classes, (index + 1) * classes));
}
