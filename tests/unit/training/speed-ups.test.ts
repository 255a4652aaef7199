import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it } from 'vitest';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { createRandomCases } from './random-cases.ts';
import { startTraining } from './two-backends.ts';

let undo: () => void = () => {};
afterEach(() => undo());

/** Returns weights after some steps of Adam on a loss whose gradients use only tfjs's own kernels. */
function weightsAfterAdam(): number[][] {
  const random = createRandomCases('adam');
  const start = [[3, 5], [7], [2, 2, 4]].map((shape) => random.values(shape));
  const variables = start.map(({ data, shape }) => tf.tidy(() => tf.variable(tf.tensor(data, [...shape]))));
  const optimizer = tf.train.adam(0.05, 0.8, 0.95);
  for (let step = 0; step < 7; step += 1) {
    optimizer.minimize(
      () => tf.addN(variables.map((variable) => tf.sum(tf.square(tf.square(variable))))) as tf.Scalar,
      false,
      variables,
    );
  }
  const weights = variables.map((variable) => [...variable.dataSync()]);
  optimizer.dispose();
  tf.dispose(variables);
  return weights;
}

describe('Adam', () => {
  it('updates the weights in one pass, bit-identically to tfjs', async () => {
    await startWasm();
    const original = weightsAfterAdam();
    undo = await startTraining('fused multiply-add');
    const before = tf.memory().numTensors;
    expect(weightsAfterAdam()).toEqual(original);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is tfjs’s own on other backends', async () => {
    await tf.setBackend('cpu');
    const original = weightsAfterAdam();
    undo = await startTraining('fused multiply-add');
    await tf.setBackend('cpu');
    expect(weightsAfterAdam()).toEqual(original);
  });

  it('saves and restores its state', async () => {
    undo = await startTraining('plain SIMD');
    const variable = tf.variable(tf.tensor1d([1, -2, 3]));
    const loss = () => tf.sum(tf.square(variable)) as tf.Scalar;
    const optimizer = tf.train.adam(0.1);
    optimizer.minimize(loss, false, [variable]);
    const saved = await optimizer.getWeights();
    expect(saved.map(({ name }) => name.replace(/\d+/, 'n'))).toEqual(['iter', 'n/m', 'n/v']);
    const other = tf.train.adam(0.1);
    await other.setWeights(saved);
    other.minimize(loss, false, [variable]);
    const restored = [...variable.dataSync()];
    expect(restored.every(Number.isFinite)).toBe(true);
    variable.dispose();
  });
});

describe('relu6 as a layer', () => {
  const values = [-3, -0.1, 0, 0.1, 5.9, 6.1, 40];
  const layers = {
    'reLU({ maxValue: 6 })': () => tf.layers.reLU({ maxValue: 6 }),
    'activation relu6': () => tf.layers.activation({ activation: 'relu6' }),
    'reLU({ maxValue: 2 })': () => tf.layers.reLU({ maxValue: 2 }),
    'reLU()': () => tf.layers.reLU(),
  } as const;

  it.each(
    Object.keys(layers) as (keyof typeof layers)[],
  )('%s has the results and gradients of tfjs', async (name) => {
    const compute = () =>
      tf.tidy(() => {
        const layer = layers[name]();
        const apply = (x: tf.Tensor) => layer.apply(x) as tf.Tensor;
        const { value, grad } = tf.valueAndGrad(apply)(tf.tensor1d(values));
        return [value.arraySync(), grad.arraySync()];
      });
    await tf.setBackend('cpu');
    const original = compute();
    undo = await startTraining('fused multiply-add');
    const fused = compute();
    const rounded = (numbers: unknown) =>
      (numbers as number[]).map((value) => Math.round(value * 1e6) / 1e6 + 0);
    expect(fused.map(rounded)).toEqual(original.map(rounded));
  });
});
