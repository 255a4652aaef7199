import { expect, it } from 'vitest';
import { lossesOf, lossName } from '../../../../src/lessons-runtime/kernel/network/loss-name.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';

const tf = createTensorFlow();
const mse = 'meanSquaredError';
const mae = 'meanAbsoluteError';

function twoOutputs() {
  const input = tf.input({ shape: [2] });
  const outputs = ['a', 'b'].map((name) => {
    const output = tf.layers.dense({ units: 1, name }).apply(input);
    if (!(output instanceof tf.SymbolicTensor)) throw new Error('one output');
    return output;
  });
  return tf.model({ inputs: input, outputs });
}

it.each([
  ['one name', mse, [mse, mse]],
  ['a list', [mse, mae], [mse, mae]],
  ['names by output', { b: mae, a: mse }, [mse, mae]],
])('returns the loss of each output, given as %s', (_form, loss, expected) => {
  const model = twoOutputs();
  model.compile({ optimizer: 'sgd', loss });
  expect(lossesOf(model)).toEqual(expected);
});

it('returns no loss before the first compile', () => {
  expect(lossesOf(twoOutputs())).toEqual([undefined, undefined]);
  expect(lossName(tf, undefined)).toBeNull();
});

it('returns the exported name of a tfjs loss and the own name of a custom loss', () => {
  const mine = (yTrue: unknown) => yTrue;
  expect(
    [tf.losses.meanSquaredError, tf.metrics.meanAbsoluteError, mine].map((loss) => lossName(tf, loss)),
  ).toEqual([mse, mae, 'mine']);
});
