import { beforeAll, expect, it } from 'vitest';
import { parameterCount } from '../../../../src/lessons-runtime/kernel/network/parameter-count.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import {
  buildStrategyModel,
  lastBlockStart,
  unfreezeFrom,
} from '../../../../src/lessons-runtime/library/strategies/strategy-model.ts';
import { strategyWords } from '../../../../src/lessons-runtime/library/strategies/strategy-words.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));
const words = strategyWords.en;

/** Two blocks, each followed by BatchNormalization; the second is a nested model. */
function makeBase() {
  const block = tf.sequential({
    layers: [
      tf.layers.conv2d({ name: 'high', filters: 2, kernelSize: 1, inputShape: [2, 2, 2] }),
      tf.layers.batchNormalization({ name: 'high_norm' }),
    ],
  });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ name: 'low', filters: 2, kernelSize: 1, inputShape: [2, 2, 1] }),
      tf.layers.batchNormalization({ name: 'low_norm' }),
      block,
    ],
  });
}

it('determines the initial weights of the head by the seed', () => {
  const first = (seed: number) =>
    buildStrategyModel(tf, makeBase(), { name: 'a', classes: 3, seed }, words)
      .head.flatMap((layer) => layer.getWeights())
      .map((weight) => [...weight.dataSync()]);
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

it('accepts a base that returns features, and throws on outputs that are neither features nor feature maps', () => {
  const flat = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [5] })] });
  const { model } = buildStrategyModel(tf, flat, { name: 'a', classes: 2, seed: 0 }, words);
  expect(model.outputs[0]?.shape).toEqual([null, 2]);
  const unsupported = tf.sequential({
    layers: [tf.layers.reshape({ targetShape: [2, 2], inputShape: [4] })],
  });
  expect(() => buildStrategyModel(tf, unsupported, { name: 'a', classes: 2, seed: 0 }, words)).toThrow(
    'it gives [null, 2, 2]',
  );
});

it('unfreezes from a layer on, in nested models too, except BatchNormalization', () => {
  const base = makeBase();
  const { model } = buildStrategyModel(tf, base, { name: 'a', classes: 2, seed: 0 }, words);
  const head = 2 * 128 + 128 + 128 * 2 + 2;
  const [low, high] = [1 * 2 + 2, 2 * 2 + 2];
  unfreezeFrom(base, Number.POSITIVE_INFINITY);
  expect(parameterCount(model.trainableWeights)).toBe(head);
  unfreezeFrom(base, lastBlockStart(base, null, words));
  expect(parameterCount(model.trainableWeights)).toBe(head + high);
  unfreezeFrom(base, 0);
  expect(parameterCount(model.trainableWeights)).toBe(head + high + low);
});

it('finds the start of the last block: the last layer with weights to train, or the layer of that name', () => {
  const base = makeBase();
  expect(lastBlockStart(base, null, words)).toBe(2);
  expect(lastBlockStart(base, 'low', words)).toBe(0);
  expect(() => lastBlockStart(base, 'middle', words)).toThrow('“middle”');
  const bare = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2] })] });
  expect(() => lastBlockStart(bare, null, words)).toThrow('no layers with weights');
});
