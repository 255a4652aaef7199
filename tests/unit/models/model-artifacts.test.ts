import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import {
  type Artifacts,
  type ModelFile,
  modelFiles,
  packModel,
  readModelFiles,
  unpackModel,
} from '../../../src/lessons-runtime/models/model-artifacts.ts';

const artifacts: Artifacts = {
  modelTopology: { class_name: 'Sequential' },
  weightSpecs: [{ name: 'w', shape: [2], dtype: 'float32' }],
  weightData: new Float32Array([1.5, -2]).buffer,
};
const json = (content: unknown, name = 'm.json'): ModelFile => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(content)).buffer,
});

describe('unpackModel', () => {
  it('returns the packed model', () => {
    expect(unpackModel(packModel(artifacts))).toEqual(artifacts);
  });

  it.each([
    ['no bytes', new ArrayBuffer(0)],
    ['a header that is longer than the buffer', new Uint8Array([255, 255, 255, 255, 1]).buffer],
    ['a header that is not JSON', new Uint8Array([1, 0, 0, 0, 33]).buffer],
    ['another header', new Uint8Array([2, 0, 0, 0, 0x5b, 0x5d]).buffer],
  ])('returns null for %s', (_, bytes) => expect(unpackModel(bytes)).toBeNull());
});

describe('readModelFiles', () => {
  it('reads the result of modelFiles, in any order and among other files', () => {
    const files = [json({}, 'z.txt'), ...modelFiles('pets', artifacts).reverse()];
    expect(readModelFiles(files)).toEqual(artifacts);
  });

  it('reads several weight files, ignoring their folders', () => {
    const [a, b] = [new Float32Array([1.5]).buffer, new Float32Array([-2]).buffer];
    const { modelTopology, weightSpecs } = artifacts;
    const weightsManifest = [{ paths: ['x/a.bin', 'x/b.bin'], weights: weightSpecs }];
    const files = [
      { name: 'b.bin', bytes: b },
      json({ modelTopology, weightsManifest }),
      { name: 'a.bin', bytes: a },
    ];
    expect(readModelFiles(files)).toEqual(artifacts);
  });

  it.each([
    ['no JSON file', [], { kind: 'no-json' }],
    ['other JSON', [json([1])], { kind: 'not-a-model', file: 'm.json' }],
    [
      'invalid JSON',
      [{ name: 'm.json', bytes: new ArrayBuffer(3) }],
      { kind: 'not-a-model', file: 'm.json' },
    ],
    ['a graph model', [json({ format: 'graph-model' })], { kind: 'graph-model', file: 'm.json' }],
    [
      'missing weights',
      modelFiles('pets', artifacts).slice(0, 1),
      { kind: 'weights-missing', files: ['pets.weights.bin'] },
    ],
  ])('reports %s', (_, files, problem) => expect(readModelFiles(files)).toEqual(problem));
});

describe('modelFiles', () => {
  it('writes files that tf.loadLayersModel loads', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 3, activation: 'relu', inputShape: [4] }),
        tf.layers.dense({ units: 2, activation: 'softmax' }),
      ],
    });
    let saved: Artifacts | undefined;
    await model.save(
      tf.io.withSaveHandler(async ({ modelTopology = {}, weightSpecs = [], weightData }) => {
        saved = { modelTopology, weightSpecs, weightData: tf.io.CompositeArrayBuffer.join(weightData) };
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      }),
    );
    if (saved === undefined) throw new Error('nothing saved');
    const folder = await mkdtemp(join(tmpdir(), 'model-'));
    for (const { name, bytes } of modelFiles('pets', saved))
      await writeFile(join(folder, name), new Uint8Array(bytes));
    const loaded = await tf.loadLayersModel('https://x.example/pets.json', {
      fetchFunc: async (url) => new Response(await readFile(join(folder, new URL(String(url)).pathname))),
    });
    const rows = tf.randomNormal([3, 4]);
    expect(await (loaded.predict(rows) as tf.Tensor).data()).toEqual(
      await (model.predict(rows) as tf.Tensor).data(),
    );
    await rm(folder, { recursive: true });
  });
});
