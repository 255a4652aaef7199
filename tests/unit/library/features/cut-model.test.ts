import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { openModel } from '../../models/open-model.ts';
import { createLibraryUnderTest } from '../library-under-test.ts';

beforeAll(async () => {
  await startWasm();
});

const { library } = createLibraryUnderTest(tf);

function predict(model: tf.LayersModel, input: tf.Tensor): tf.Tensor {
  const [output] = [model.predict(input)].flat();
  if (output === undefined) throw new Error('no output');
  return output;
}

/** Two residual blocks and a head. */
function residual(): tf.LayersModel {
  const input = tf.input({ shape: [8, 8, 3] });
  let x = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', name: 'stem' }).apply(input);
  for (const block of [1, 2]) {
    const branch = tf.layers
      .conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu', name: `conv${block}` })
      .apply(x as tf.SymbolicTensor);
    x = tf.layers.add({ name: `add${block}` }).apply([x, branch] as tf.SymbolicTensor[]);
  }
  const pooled = tf.layers.globalAveragePooling2d({ name: 'pool' }).apply(x as tf.SymbolicTensor);
  const head = tf.layers.dense({ units: 2, activation: 'softmax', name: 'head' }).apply(pooled);
  return tf.model({ inputs: input, outputs: head as tf.SymbolicTensor });
}

describe('splitModel', () => {
  it('returns two halves with the same output and the same layers as the original', async () => {
    const whole = await openModel()();
    const { front, back } = library.splitModel(whole, 'head_relu');
    const pictures = tf.randomUniform([3, 64, 64, 3], -1, 1, 'float32', 7);
    const halves = predict(back, predict(front, pictures));
    expect(await halves.data()).toEqual(await predict(whole, pictures).data());
    expect(back.layers.slice(1).every((layer) => whole.layers.includes(layer))).toBe(true);
    whole.dispose();
  });

  it('cuts a network with branches, whose layers are trained through the back half', async () => {
    const whole = residual();
    const { front, back } = library.splitModel(whole, 'add1');
    const pictures = tf.randomNormal([4, 8, 8, 3]);
    const features = predict(front, pictures);
    expect(await predict(back, features).data()).toEqual(await predict(whole, pictures).data());
    const head = whole.getLayer('head').getWeights()[0]?.dataSync();
    for (const layer of back.layers) layer.trainable = layer.name === 'head';
    back.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    await back.fit(features, tf.oneHot([0, 1, 0, 1], 2), { epochs: 2 });
    expect(whole.getLayer('head').getWeights()[0]?.dataSync()).not.toEqual(head);
    expect(await predict(back, features).data()).toEqual(await predict(whole, pictures).data());
  });

  it('throws if another branch bypasses the layer', async () => {
    await expect(async () => library.splitModel(residual(), 'conv1')).rejects.toMatchObject({
      name: 'ArgumentError',
      message: 'The model cannot be cut at “conv1”: another branch goes round it.',
    });
  });

  it('splits a tf.sequential', async () => {
    const whole = tf.sequential({
      layers: [
        tf.layers.dense({ units: 3, inputShape: [4], name: 'first' }),
        tf.layers.dense({ units: 2, name: 'second' }),
      ],
    });
    const { front, back } = library.splitModel(whole, 'first');
    const rows = tf.randomNormal([2, 4]);
    expect(await predict(back, predict(front, rows)).data()).toEqual(await predict(whole, rows).data());
  });
});

describe('cutModel', () => {
  it('ends with the layer, even if a split gave it a second node', () => {
    const whole = residual();
    library.splitModel(whole, 'add1');
    for (const name of ['add2', 'pool', 'add2']) {
      const cut = library.cutModel(whole, name);
      expect(cut.layers.at(-1)?.name).toBe(name);
      expect(cut.inputs).toEqual(whole.inputs);
    }
  });

  it('leaves the original usable when the cut model is disposed of', () => {
    const whole = residual();
    const cut = library.cutModel(whole, 'add1');
    cut.dispose();
    expect(predict(whole, tf.zeros([1, 8, 8, 3])).shape).toEqual([1, 2]);
    expect(whole.dispose().numDisposedVariables).toBe(8);
  });

  it('throws if there is no layer of that name', () => {
    expect(() => library.cutModel(residual(), 'nothing')).toThrow('The model has no layer “nothing”.');
  });
});
