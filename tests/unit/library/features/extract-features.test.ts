import * as tf from '@tensorflow/tfjs';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWasm } from '../../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { openModel } from '../../models/open-model.ts';
import { createLibraryUnderTest } from '../library-under-test.ts';

beforeAll(async () => {
  await startWasm();
});

/** A network whose weights the seed determines; only the names of its layers differ between two calls. */
function network(seed = 1): tf.LayersModel {
  const kernelInitializer = tf.initializers.glorotUniform({ seed });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 3], kernelInitializer }),
      tf.layers.globalAveragePooling2d({}),
    ],
  });
}
const pictures = (count = 5) => tf.randomUniform<tf.Rank.R4>([count, 8, 8, 3], -1, 1, 'float32', 3);

let test = createLibraryUnderTest(tf);
beforeEach(() => {
  test = createLibraryUnderTest(tf);
});

const spyOnPredict = (model: tf.LayersModel) => vi.spyOn(model, 'predict');

describe('extractFeatures', () => {
  it('returns exactly what predict returns, for any batch size, from a tensor or a list', async () => {
    const model = network();
    const all = pictures();
    const expected = await (model.predict(all) as tf.Tensor).data();
    for (const batchSize of [1, 2, 5, 32]) {
      const features = await test.library.extractFeatures(model, all, { batchSize, cache: false });
      expect(features.shape).toEqual([5, 4]);
      expect(await features.data()).toEqual(expected);
    }
    const list = tf.unstack(all) as tf.Tensor3D[];
    expect(await (await test.library.extractFeatures(model, list)).data()).toEqual(expected);
  });

  it('returns the output of a layer', async () => {
    const model = await openModel()({ inputShape: [64, 64, 3] });
    const all = tf.randomUniform<tf.Rank.R4>([3, 64, 64, 3], -1, 1, 'float32', 3);
    const features = await test.library.extractFeatures(model, all, { layer: 'head_relu', batchSize: 2 });
    const cut = tf.model({ inputs: model.inputs, outputs: model.getLayer('head_relu').output });
    expect(features.shape).toEqual([3, 2, 2, 1280]);
    expect(await features.data()).toEqual(await (cut.predict(all) as tf.Tensor).data());
  });

  it('shows its progress', async () => {
    await test.library.extractFeatures(network(), pictures(), { batchSize: 2 });
    expect(test.shown[0]).toMatchObject({
      kind: 'progress',
      label: 'Extracting features',
      loaded: 0,
      total: 5,
    });
    expect(test.shown.at(-1)).toMatchObject({ loaded: 5, total: 5, unit: 'steps' });
  });

  it('leaks no tensors', async () => {
    const model = network();
    const all = pictures();
    const before = tf.memory().numTensors;
    for (const cache of [false, true, true])
      (await test.library.extractFeatures(model, all, { cache })).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('rejects when it is stopped between two batches', async () => {
    const stop = new Error('stopped');
    const nextFrame = vi.fn(tf.nextFrame).mockImplementationOnce(async () => {});
    nextFrame.mockRejectedValue(stop);
    const stopping = createLibraryUnderTest({ ...tf, nextFrame });
    const before = tf.memory().numTensors;
    const model = network();
    const all = pictures();
    await expect(stopping.library.extractFeatures(model, all, { batchSize: 2 })).rejects.toBe(stop);
    expect(stopping.shown.at(-1)).toMatchObject({ loaded: 2, total: 5 });
    expect(tf.memory().numTensors).toBe(before + model.weights.length + 1);
  });
});

describe('the cache of extractFeatures', () => {
  it('returns features from memory for an equal network and equal pictures', async () => {
    const first = await test.library.extractFeatures(network(), pictures());
    const again = network();
    const ran = spyOnPredict(again);
    const second = await test.library.extractFeatures(again, pictures());
    expect(ran).not.toHaveBeenCalled();
    expect(second).not.toBe(first);
    expect(second.shape).toEqual(first.shape);
    expect(await second.data()).toEqual(await first.data());
    expect(test.shown.at(-1)).toMatchObject({ label: 'Features computed before: from the cache' });
  });

  it('returns features from the page in a new worker', async () => {
    const first = await test.library.extractFeatures(network(), pictures());
    const later = createLibraryUnderTest(tf, test.blobCache);
    const again = network();
    const ran = spyOnPredict(again);
    expect(await (await later.library.extractFeatures(again, pictures())).data()).toEqual(await first.data());
    expect(ran).not.toHaveBeenCalled();
  });

  it.each([
    ['another weight', () => network(2), pictures],
    ['another picture', network, () => tf.randomUniform<tf.Rank.R4>([5, 8, 8, 3], -1, 1, 'float32', 4)],
    ['fewer pictures', network, () => pictures(4)],
  ])('has no entry for %s', async (_, makeModel, makePictures) => {
    await test.library.extractFeatures(network(), pictures());
    const model = makeModel();
    const ran = spyOnPredict(model);
    const all = makePictures();
    const features = await test.library.extractFeatures(model, all);
    expect(ran).toHaveBeenCalled();
    ran.mockRestore();
    expect(await features.data()).toEqual(await (model.predict(all) as tf.Tensor).data());
  });

  it('has no entry after a weight changed, or for another layer', async () => {
    const model = network();
    const all = pictures();
    const before = await test.library.extractFeatures(model, all);
    model.layers[0]?.setWeights(model.getWeights().map((weight) => weight.add(0.5)));
    const after = await test.library.extractFeatures(model, all);
    expect(await after.data()).not.toEqual(await before.data());
    const earlier = await test.library.extractFeatures(model, all, { layer: model.layers[0]?.name ?? '' });
    expect(earlier.shape).toEqual([5, 6, 6, 4]);
  });

  it('computes the features again if the stored entry is damaged', async () => {
    const first = await test.library.extractFeatures(network(), pictures());
    const [key = ''] = await test.blobCache.names('features');
    for (const damaged of [
      new ArrayBuffer(3),
      new Uint8Array([9, 9, 9, 9, 1]).buffer,
      new ArrayBuffer(400),
    ]) {
      await test.blobCache.write('features', key, damaged);
      const later = createLibraryUnderTest(tf, test.blobCache);
      expect(await (await later.library.extractFeatures(network(), pictures())).data()).toEqual(
        await first.data(),
      );
    }
  });

  it('holds features in memory if the browser does not store them', async () => {
    const refusing = createLibraryUnderTest(tf, {
      read: async () => null,
      write: async () => 'refused',
      names: async () => [],
    });
    await refusing.library.extractFeatures(network(), pictures());
    const again = network();
    const ran = spyOnPredict(again);
    await refusing.library.extractFeatures(again, pictures());
    expect(ran).not.toHaveBeenCalled();
  });
});

describe('the arguments of extractFeatures', () => {
  it.each([
    ['a promise of a model', () => [Promise.resolve(network()), pictures()], /a promise came/],
    ['no model', () => [{}, pictures()], /no layers model/],
    ['no pictures', () => [network(), []], /There is no picture/],
    ['no tensors', () => [network(), 'photos'], /string came/],
    ['a scalar', () => [network(), tf.scalar(1)], /\[\] came/],
    [
      'pictures of two sizes',
      () => [network(), [tf.zeros([8, 8, 3]), tf.zeros([8, 9, 3])]],
      /Picture 1 is \[8, 9, 3\].*\[8, 8, 3\]/,
    ],
    ['a batch size of 0', () => [network(), pictures(), { batchSize: 0 }], /batchSize/],
  ] as const)('throws on %s', async (_, create, message) => {
    const args = create() as unknown as Parameters<typeof test.library.extractFeatures>;
    await expect(test.library.extractFeatures(...args)).rejects.toThrow(message);
  });
});
