import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import * as tf from '@tensorflow/tfjs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPreprocessInput,
  efficientNetLite0Normalization,
} from '../../../src/lessons-runtime/models/preprocess-input.ts';
import {
  compareLogits,
  softmax,
  topClasses,
} from '../../../tools/convert-efficientnet-lite0/compare-logits.ts';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { modelFolder } from './open-model.ts';

const fixture = new URL('../../fixtures/efficientnet-lite0/', import.meta.url);
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, fixture), 'utf8'));
const { photos }: { photos: string[] } = readJson('logits.json');
const credits: { items: { id: string; imagenetIndex: number[] }[] } = readJson('credits.json');
const reference = readReference();

let server: Server;
let model: tf.LayersModel;

beforeAll(async () => {
  await startWasm();
  server = createServer(async (request, response) => {
    response.end(await readFile(new URL(`.${request.url}`, modelFolder)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  model = await tf.loadLayersModel(`http://127.0.0.1:${address.port}/model.json`);
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('the published EfficientNet-Lite0, loaded by tf.loadLayersModel', () => {
  it('predicts the same as PyTorch for every photo', async () => {
    const found: Float32Array[] = [];
    for (const [index, id] of photos.entries()) {
      const probabilities = await predict(id);
      const expected = softmax(reference[index] ?? new Float32Array());
      const largest = Math.max(
        ...probabilities.map((value, at) => Math.abs(value - (expected[at] ?? Number.NaN))),
      );
      expect.soft(largest, id).toBeLessThan(0.01);
      expect.soft(topClasses(probabilities, 5), id).toEqual(topClasses(expected, 5));
      found.push(probabilities.map(Math.log));
    }
    // Logarithms of probabilities are the logits up to a constant.
    expect(compareLogits(found, reference)).toMatchObject({ photos: 10, sameTop1: 10, sameTop5Order: 10 });
  });

  it('predicts the photos’ ImageNet indices, so its classes are in the standard order', async () => {
    for (const { id, imagenetIndex } of credits.items) {
      expect.soft(imagenetIndex, id).toContain(topClasses(await predict(id), 1)[0]);
    }
  });

  it('is stored in files of at most 4 MB, with their names and sizes in the model card', async () => {
    const card = JSON.parse(await readFile(new URL('model-card.json', modelFolder), 'utf8'));
    for (const [file, bytes] of Object.entries<number>(card.files)) {
      const content = await readFile(new URL(file, modelFolder));
      expect.soft(content.length, file).toBe(bytes);
      expect.soft(content.length, file).toBeLessThanOrEqual(4_000_000);
    }
    expect(card.parameters).toBe(model.countParams());
  });
});

async function predict(id: string): Promise<Float32Array> {
  const { data, info } = await sharp(new URL(`${id}.png`, fixture).pathname)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const output = tf.tidy(() => {
    const picture = tf.tensor4d(Float32Array.from(data), [1, info.height, info.width, 3]);
    return model.predict(createPreprocessInput(tf, efficientNetLite0Normalization)(picture));
  });
  if (Array.isArray(output)) throw new Error('one output was expected');
  expect(output.shape).toEqual([1, 1000]);
  const values = Float32Array.from(await output.data());
  output.dispose();
  return values;
}

function readReference(): Float32Array[] {
  const bytes = new Uint8Array(readFileSync(new URL('logits.f32', fixture)));
  const all = new Float32Array(bytes.buffer);
  return photos.map((_, index) => all.subarray(index * 1000, (index + 1) * 1000));
}
