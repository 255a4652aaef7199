import type { Optimizer } from '@tensorflow/tfjs';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTensorFlow } from '../../../src/lessons-runtime/kernel/tensorflow.ts';
import { disposeReplacedOptimizer } from '../../../src/lessons-runtime/library/dispose-replaced-optimizer.ts';
import { extensionSource, patchOnly } from '../../support/patched-training.ts';
import { rememberTfjs } from '../../support/remember-tfjs.ts';

const tf = createTensorFlow();
let restore = (): void => {};
beforeAll(() => tf.setBackend('cpu'));
beforeEach(() => {
  restore = rememberTfjs(tf);
  patchOnly(
    tf,
    {},
    extensionSource({}, (model, compile) => disposeReplacedOptimizer(tf, model, compile)),
  );
});
afterEach(() => restore());

const makers: Readonly<Record<string, () => Optimizer>> = {
  adam: () => tf.train.adam(0.1),
  adamax: () => tf.train.adamax(0.1),
  adadelta: () => tf.train.adadelta(0.1),
  adagrad: () => tf.train.adagrad(0.1),
  momentum: () => tf.train.momentum(0.1, 0.9),
  rmsprop: () => tf.train.rmsprop(0.1),
  sgd: () => tf.train.sgd(0.1),
};
const xs = tf.ones([8, 3]);
const ys = tf.ones([8, 1]);
const loss = 'meanSquaredError';

function makeModel(kind: 'functional' | 'sequential') {
  if (kind === 'sequential')
    return tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
  const input = tf.input({ shape: [3] });
  const output = tf.layers.dense({ units: 1 }).apply(input);
  if (!(output instanceof tf.SymbolicTensor)) throw new Error('one output');
  return tf.model({ inputs: input, outputs: output });
}

it.each(
  Object.keys(makers).flatMap((name) => [[name, 'functional'] as const, [name, 'sequential'] as const]),
)('disposes of the slots of a replaced %s in a %s model', async (name, kind) => {
  const make = makers[name] ?? (() => tf.train.sgd(0.1));
  const model = makeModel(kind);
  const counts: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    model.compile({ optimizer: make(), loss });
    await model.fit(xs, ys, { epochs: 1, verbose: 0 });
    counts.push(tf.memory().numTensors);
  }
  expect(new Set(counts).size).toBe(1);
  model.dispose();
});

it.each(Object.keys(makers))('starts with fresh slots when a replaced %s is used again', async (name) => {
  const make = makers[name] ?? (() => tf.train.sgd(0.1));
  const model = makeModel('functional');
  const [kernel] = model.getWeights();
  const start = kernel?.clone() ?? tf.zeros([3, 1]);
  const optimizer = make();
  const train = async (): Promise<readonly number[]> => {
    model.setWeights([start, tf.zeros([1])]);
    model.compile({ optimizer, loss });
    const { history } = await model.fit(xs, ys, { epochs: 4, verbose: 0, shuffle: false });
    return history['loss']?.map(Number) ?? [];
  };
  const first = await train();
  model.compile({ optimizer: 'sgd', loss });
  expect(await train()).toEqual(first);
});

it('does not dispose of an optimizer that is compiled again', async () => {
  const model = makeModel('functional');
  const optimizer = tf.train.adam(0.1);
  model.compile({ optimizer, loss });
  await model.fit(xs, ys, { epochs: 1, verbose: 0 });
  const count = tf.memory().numTensors;
  model.compile({ optimizer, loss, metrics: ['accuracy'] });
  await model.fit(xs, ys, { epochs: 1, verbose: 0 });
  expect(tf.memory().numTensors).toBe(count);
});
