import { beforeAll, expect, it } from 'vitest';
import { parameterCount } from '../../../../src/lessons-runtime/kernel/network/parameter-count.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import {
  buildStrategy,
  placeOfBlock,
  thawFrom,
} from '../../../../src/lessons-runtime/library/strategies/strategy-model.ts';
import { strategyWords } from '../../../../src/lessons-runtime/library/strategies/strategy-words.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));
const words = strategyWords.en;

/** Low and high, a normalisation behind each; the second block in a model of its own. */
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

it('gives the same first head for the same seed, another for another', () => {
  const first = (seed: number) =>
    buildStrategy(tf, makeBase(), { name: 'a', classes: 3, seed }, words)
      .head.flatMap((layer) => layer.getWeights())
      .map((weight) => [...weight.dataSync()]);
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

it('stands on features as well as on maps, and on nothing else', () => {
  const flat = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [5] })] });
  const { model } = buildStrategy(tf, flat, { name: 'a', classes: 2, seed: 0 }, words);
  expect(model.outputs[0]?.shape).toEqual([null, 2]);
  const odd = tf.sequential({ layers: [tf.layers.reshape({ targetShape: [2, 2], inputShape: [4] })] });
  expect(() => buildStrategy(tf, odd, { name: 'a', classes: 2, seed: 0 }, words)).toThrow(
    'it gives [null, 2, 2]',
  );
});

it('thaws from a layer on, in models within too, and leaves BatchNorm as it was learnt', () => {
  const base = makeBase();
  const { model } = buildStrategy(tf, base, { name: 'a', classes: 2, seed: 0 }, words);
  const head = 2 * 128 + 128 + 128 * 2 + 2;
  const [low, high] = [1 * 2 + 2, 2 * 2 + 2];
  thawFrom(base, Number.POSITIVE_INFINITY);
  expect(parameterCount(model.trainableWeights)).toBe(head);
  thawFrom(base, placeOfBlock(base, null, words));
  expect(parameterCount(model.trainableWeights)).toBe(head + high);
  thawFrom(base, 0);
  expect(parameterCount(model.trainableWeights)).toBe(head + high + low);
});

it('finds the last block: the last layer with weights to train, or the one that is named', () => {
  const base = makeBase();
  expect(placeOfBlock(base, null, words)).toBe(2);
  expect(placeOfBlock(base, 'low', words)).toBe(0);
  expect(() => placeOfBlock(base, 'middle', words)).toThrow('“middle”');
  const bare = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2] })] });
  expect(() => placeOfBlock(bare, null, words)).toThrow('no layers with weights');
});
