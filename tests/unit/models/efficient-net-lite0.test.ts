import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelProgress } from '../../../src/lessons-runtime/models/load-model-weights.ts';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { createDiskFetch, openModel } from './open-model.ts';

beforeAll(async () => {
  await startWasm();
});

const picture = () => tf.randomUniform([1, 64, 64, 3], -1, 1, 'float32', 7);

describe('efficientNetLite0', () => {
  it('returns probabilities for pictures of any size, with all layers trainable', async () => {
    const model = await openModel()();
    expect(model.inputs[0]?.shape).toEqual([null, null, null, 3]);
    expect(model.outputs[0]?.shape).toEqual([null, 1000]);
    expect(model.layers.filter(({ trainable }) => !trainable).map(({ name }) => name)).toEqual(['input']);
    expect(model.trainableWeights).toHaveLength(100);
    for (const [height, width] of [
      [64, 64],
      [97, 160],
    ] as const) {
      const sum = tf.tidy(() => tf.sum(one(model.predict(tf.zeros([1, height, width, 3])))).dataSync()[0]);
      expect(sum).toBeCloseTo(1, 4);
    }
    model.dispose();
  });

  it('ends with the last feature maps without its top, and does not fetch the classifier', async () => {
    const { fetchFile, fetched } = createDiskFetch();
    const model = await openModel({ fetchFile })({ includeTop: false });
    expect(fetched.sort()).toEqual(['backbone-1-of-2.bin', 'backbone-2-of-2.bin', 'model.json']);
    expect(model.outputs[0]?.shape).toEqual([null, null, null, 1280]);
    expect(model.layers.at(-1)?.name).toBe('head_relu');
    expect(model.countParams()).toBe(4_631_000 - 1_281_000);
    const whole = await openModel()();
    const cut = tf.model({ inputs: whole.inputs, outputs: whole.getLayer('head_relu').output });
    const [a, b] = tf.tidy(() => {
      const x = picture();
      return [one(model.predict(x)), one(cut.predict(x))] as const;
    });
    expect(a.shape).toEqual([1, 2, 2, 1280]);
    expect(await a.data()).toEqual(await b.data());
    tf.dispose([a, b]);
    model.dispose();
    whole.dispose();
  });

  it('accepts a fixed input shape', async () => {
    const model = await openModel()({ includeTop: false, inputShape: [96, 128, 3] });
    expect(model.inputs[0]?.shape).toEqual([null, 96, 128, 3]);
    expect(model.outputs[0]?.shape).toEqual([null, 3, 4, 1280]);
    model.dispose();
  });

  it.each([
    [[224, 224, 1]],
    [[224, 31, 3]],
    [[64.5, 64, 3]],
    [[224, 224]],
  ])('rejects the input shape %j', async (shape) => {
    const inputShape = shape as [number, number, number];
    await expect(openModel()({ inputShape })).rejects.toMatchObject({
      name: 'ModelArgumentError',
      kind: 'input-shape',
      found: JSON.stringify(shape),
    });
  });

  it('has the same layers with random weights for null, and fetches no weights', async () => {
    const { fetchFile, fetched } = createDiskFetch();
    const load = openModel({ fetchFile });
    const [first, second] = [await load({ weights: null }), await load({ weights: null })];
    expect(fetched).toEqual(['model.json', 'model.json']);
    const pretrained = await openModel()();
    expect(first.layers.map(({ name }) => name)).toEqual(pretrained.layers.map(({ name }) => name));
    expect(first.countParams()).toBe(pretrained.countParams());
    const kernels = [first, second, pretrained].map(
      (model) => model.getLayer('block4a_expand').getWeights()[0],
    );
    const [a, b, c] = await Promise.all(kernels.map((kernel) => kernel?.data()));
    expect(a).not.toEqual(b);
    expect(a).not.toEqual(c);
    for (const model of [first, second, pretrained]) model.dispose();
  });

  it('has random weights with which activations neither vanish nor explode', async () => {
    const model = await openModel()({ weights: null, includeTop: false });
    const spread = tf.tidy(
      () =>
        tf
          .moments(one(model.predict(picture())))
          .variance.sqrt()
          .dataSync()[0] ?? 0,
    );
    expect(spread).toBeGreaterThan(0.1);
    expect(spread).toBeLessThan(3);
    model.dispose();
  });

  it('rejects other weights', async () => {
    const weights = 'noisy-student' as 'imagenet';
    await expect(openModel()({ weights })).rejects.toThrow(
      `weights: expected 'imagenet' or null, found "noisy-student"`,
    );
  });

  it('reports increasing byte counts and a constant total', async () => {
    const [toPage, toCaller]: ModelProgress[][] = [[], []];
    const load = openModel({ onProgress: (progress) => toPage?.push(progress) });
    const model = await load({ onProgress: (progress) => toCaller?.push(progress) });
    const sizes = model.weights.length > 0 ? (toCaller?.map(({ loaded }) => loaded) ?? []) : [];
    expect(new Set(toCaller?.map(({ total }) => total)).size).toBe(1);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(toCaller?.at(-1)?.loaded).toBe(toCaller?.at(-1)?.total);
    expect(new Set(toCaller?.map(({ file }) => file)).size).toBe(3);
    expect(toPage).toEqual(toCaller);
    model.dispose();
  });

  it('leaks no tensors', async () => {
    const before = tf.memory().numTensors;
    const model = await openModel()();
    expect(tf.memory().numTensors).toBe(before + 100);
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

function one(output: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(output)) throw new Error('one output was expected');
  return output;
}
