import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { mobileNetV1Layers } from '../../../tools/convert-mobilenet-v1/architecture.ts';
import { createDiskFetch, mobileNetFolder, openMobileNet, openModel } from './open-model.ts';

beforeAll(async () => {
  await startWasm();
});

const parameters = 4_253_864;
const classifierParameters = 1_025_000;

const picture = () => tf.randomUniform([1, 64, 64, 3], -1, 1, 'float32', 7);

describe('mobileNet', () => {
  it('returns probabilities for pictures of any size', async () => {
    const model = await openMobileNet()();
    expect(model.inputs[0]?.shape).toEqual([null, null, null, 3]);
    expect(model.outputs[0]?.shape).toEqual([null, 1000]);
    expect(model.countParams()).toBe(parameters);
    for (const [height, width] of [
      [64, 64],
      [97, 160],
    ] as const) {
      const sum = tf.tidy(() => tf.sum(one(model.predict(tf.zeros([1, height, width, 3])))).dataSync()[0]);
      expect(sum).toBeCloseTo(1, 4);
    }
    model.dispose();
  });

  it('has the layers of Keras with the same names, including BatchNormalization', async () => {
    const model = await openMobileNet()();
    const names = model.layers.map(({ name }) => name);
    const block = (name: string) => [name, `${name}_bn`, `${name}_relu`];
    const blocks = Array.from({ length: 13 }, (_, index) => [
      ...block(`conv_dw_${index + 1}`),
      ...block(`conv_pw_${index + 1}`),
    ]);
    expect(names).toEqual([
      'input_1',
      ...block('conv1'),
      ...blocks.flat(),
      'global_average_pooling2d',
      'reshape_1',
      'dropout',
      'conv_preds',
      'reshape_2',
      'predictions',
    ]);
    expect(names.slice(1)).toEqual(mobileNetV1Layers().map(({ name }) => name));
    expect(model.layers.filter((layer) => layer.getClassName() === 'BatchNormalization')).toHaveLength(27);
    // 27 kernels, each with a gamma and a beta, and two weights of the classifier. The moving statistics are not trainable.
    expect(model.trainableWeights).toHaveLength(27 * 3 + 2);
    expect(model.nonTrainableWeights).toHaveLength(27 * 2);
    model.dispose();
  });

  it('ends with the last feature maps without its top, and does not fetch the classifier', async () => {
    const { fetchFile, fetched } = createDiskFetch(mobileNetFolder);
    const base = await openMobileNet({ fetchFile })({ includeTop: false, inputShape: [96, 128, 3] });
    expect(fetched.sort()).toEqual(['backbone-1-of-2.bin', 'backbone-2-of-2.bin', 'model.json']);
    expect(base.inputs[0]?.shape).toEqual([null, 96, 128, 3]);
    expect(base.outputs[0]?.shape).toEqual([null, 3, 4, 1024]);
    expect(base.layers.at(-1)?.name).toBe('conv_pw_13_relu');
    expect(base.countParams()).toBe(parameters - classifierParameters);
    base.dispose();
  });

  it('reduces each feature map to its mean or its maximum with pooling', async () => {
    const load = openMobileNet();
    const [maps, avg, max] = [
      await load({ includeTop: false, pooling: null }),
      await load({ includeTop: false, pooling: 'avg' }),
      await load({ includeTop: false, pooling: 'max' }),
    ];
    expect([avg, max].map((model) => model.layers.at(-1)?.name)).toEqual([
      'global_average_pooling2d',
      'global_max_pooling2d',
    ]);
    const [mean, largest] = tf.tidy(() => {
      const x = picture();
      const features = one(maps.predict(x));
      const maxDifference = (pooled: tf.Tensor, expected: tf.Tensor) => {
        expect(pooled.shape).toEqual([1, 1024]);
        return tf.max(tf.abs(tf.sub(pooled, expected))).dataSync()[0];
      };
      return [
        maxDifference(one(avg.predict(x)), tf.mean(features, [1, 2])),
        maxDifference(one(max.predict(x)), tf.max(features, [1, 2])),
      ];
    });
    expect(mean).toBeLessThan(1e-6);
    expect(largest).toBe(0);
    for (const model of [maps, avg, max]) model.dispose();
  });

  it('ignores pooling with its top, as Keras does', async () => {
    const model = await openMobileNet()({ pooling: 'max', inputShape: [64, 64, 3] });
    expect(model.outputs[0]?.shape).toEqual([null, 1000]);
    model.dispose();
  });

  it('throws for an unknown pooling', async () => {
    const pooling = 'mean' as 'avg';
    await expect(openMobileNet()({ includeTop: false, pooling })).rejects.toMatchObject({
      name: 'ModelArgumentError',
      kind: 'pooling',
      message: `pooling: expected 'avg', 'max' or null, found "mean"`,
    });
  });

  it('has random weights that keep the scale of the signal with weights: null', async () => {
    const { fetchFile, fetched } = createDiskFetch(mobileNetFolder);
    const load = openMobileNet({ fetchFile });
    const options = { weights: null, includeTop: false } as const;
    const [first, second] = [await load(options), await load(options)];
    expect(fetched).toEqual(['model.json', 'model.json']);
    const kernels = [first, second].map((model) => model.getLayer('conv_pw_5').getWeights()[0]?.dataSync());
    expect(kernels[0]).not.toEqual(kernels[1]);
    const spread = tf.tidy(
      () =>
        tf
          .moments(one(first.predict(picture())))
          .variance.sqrt()
          .dataSync()[0] ?? 0,
    );
    // With Glorot's variance it would be 1e-12. The last maps are 2 × 2, so that more than half of each window is padding.
    expect(spread).toBeGreaterThan(0.01);
    expect(spread).toBeLessThan(3);
    for (const model of [first, second]) model.dispose();
  });

  it('leaks no tensors', async () => {
    const before = tf.memory().numTensors;
    const model = await openMobileNet()();
    expect(tf.memory().numTensors).toBe(before + 27 * 5 + 2);
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('efficientNetLite0', () => {
  it('adds pooling layers with Keras’s names', async () => {
    for (const [pooling, name] of [
      ['avg', 'avg_pool'],
      ['max', 'max_pool'],
    ] as const) {
      const base = await openModel()({ weights: null, includeTop: false, pooling });
      expect(base.layers.at(-1)?.name).toBe(name);
      expect(base.outputs[0]?.shape).toEqual([null, 1280]);
      base.dispose();
    }
  });
});

function one(output: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(output)) throw new Error('one output was expected');
  return output;
}
