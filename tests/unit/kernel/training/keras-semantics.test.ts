import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import { applyKerasSemantics } from '../../../../src/lessons-runtime/kernel/training/keras-semantics.ts';
import { rememberTfjs } from '../../../support/remember-tfjs.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));

let restore = (): void => {};
const warnings: string[] = [];
afterEach(() => {
  restore();
  restore = () => {};
  warnings.length = 0;
});

function likeKeras(): void {
  restore = rememberTfjs(tf);
  applyKerasSemantics(tf, 'en', (text) => warnings.push(text));
}

const values = (tensor: Tensor | undefined): number[] => [...(tensor?.dataSync() ?? [])].map(Number);

/** Statistics far from those of any batch of the data. */
const statistics = () => [tf.fill([3], 5), tf.fill([3], 9)];
const xs = () => tf.randomNormal([32, 3], 0, 1, 'float32', 4);
const ys = () => tf.randomNormal([32, 1], 0, 1, 'float32', 5);

/** Batch normalization between two dense layers. */
function normalized(options: Parameters<typeof tf.layers.batchNormalization>[0] = {}): LayersModel {
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 3, inputShape: [3], kernelInitializer: seeded(1) }),
      tf.layers.batchNormalization({ momentum: 0.5, ...options }),
      tf.layers.dense({ units: 1, kernelInitializer: seeded(2) }),
    ],
  });
  const own = model.layers[1]?.getWeights().slice(0, -2) ?? [];
  model.layers[1]?.setWeights([...own, ...statistics()]);
  return model;
}

async function trainFrozen(): Promise<{ inference: number; training: number; moving: number[] }> {
  const model = normalized();
  const layer = model.layers[1];
  if (layer === undefined) throw new Error('no layer');
  layer.trainable = false;
  model.compile({ optimizer: tf.train.sgd(0), loss: 'meanSquaredError' });
  const inference = Number(values([model.evaluate(xs(), ys())].flat()[0])[0]);
  const { history } = await model.fit(xs(), ys(), { epochs: 1, batchSize: 32 });
  const [, , mean, variance] = model.layers[1]?.weights.map((weight) => weight.read()) ?? [];
  return {
    inference,
    training: Number(history['loss']?.[0]),
    moving: [...values(mean), ...values(variance)],
  };
}

describe('a frozen BatchNormalization layer', () => {
  const untouched = [5, 5, 5, 9, 9, 9];

  it('uses and updates batch statistics in plain tfjs', async () => {
    const { inference, training, moving } = await trainFrozen();
    expect(Math.abs(training - inference)).toBeGreaterThan(0.1);
    expect(moving).not.toEqual(untouched);
  });

  it('runs in inference mode in fit and keeps its statistics', async () => {
    likeKeras();
    const { inference, training, moving } = await trainFrozen();
    expect(training).toBeCloseTo(inference, 5);
    expect(moving).toEqual(untouched);
  });

  it('updates its statistics while it is not frozen', async () => {
    likeKeras();
    const model = normalized();
    model.compile({ optimizer: tf.train.sgd(0), loss: 'meanSquaredError' });
    await model.fit(xs(), ys(), { epochs: 1 });
    const mean = values(model.layers[1]?.weights[2]?.read());
    expect(mean.every((value) => value < 5 && value > 2)).toBe(true);
    expect(warnings).toEqual([]);
  });

  it.each([
    'nested in a model',
    'nested twice',
    'put first into a sequential',
  ])('%s is frozen with its model', async (how) => {
    likeKeras();
    let inner: LayersModel = normalized();
    if (how === 'nested twice') inner = tf.sequential({ layers: [inner] });
    inner.trainable = false;
    const head = tf.layers.dense({ units: 1 });
    const input = tf.input({ shape: [3] });
    const model =
      how === 'put first into a sequential'
        ? tf.sequential({ layers: [inner, head] })
        : tf.model({ inputs: input, outputs: head.apply(inner.apply(input)) as typeof input });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const before = inner.weights.map((weight) => values(weight.read()));
    const headBefore = values(head.weights[0]?.read());
    await model.fit(xs(), ys(), { epochs: 2 });
    expect(inner.weights.map((weight) => values(weight.read()))).toEqual(before);
    expect(values(head.weights[0]?.read())).not.toEqual(headBefore);
    expect(model.trainableWeights).toHaveLength(2);
  });
});

describe('a frozen model as the first layer of a sequential', () => {
  async function movesInside(): Promise<boolean> {
    const inner = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3] })] });
    inner.trainable = false;
    const outer = tf.sequential({ layers: [inner, tf.layers.dense({ units: 1 })] });
    outer.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const before = values(inner.getWeights()[0]);
    await outer.fit(xs(), ys(), { epochs: 1 });
    return JSON.stringify(values(inner.getWeights()[0])) !== JSON.stringify(before);
  }

  it('is trained in plain tfjs', async () => {
    expect(await movesInside()).toBe(true);
  });

  it('is not trained', async () => {
    likeKeras();
    expect(await movesInside()).toBe(false);
  });

  it('is unfrozen by trainable = true of an enclosing model', async () => {
    likeKeras();
    const inner = normalized();
    const outer = tf.sequential({ layers: [inner, tf.layers.dense({ units: 1 })] });
    outer.trainable = false;
    expect(inner.layers.map(({ trainable }) => trainable)).toEqual([false, false, false]);
    outer.trainable = true;
    outer.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    expect(outer.trainableWeights).toHaveLength(8);
  });
});

describe('BatchNormalization without scale or center', () => {
  const train = async (options: object) => {
    const model = normalized(options);
    model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
    const { history } = await model.fit(xs(), ys(), { epochs: 3 });
    return { losses: history['loss']?.map(Number) ?? [], model };
  };

  it('throws in plain tfjs', async () => {
    await expect(train({ scale: false })).rejects.toThrow(/read/);
  });

  it.each([
    { scale: false },
    { center: false },
    { scale: false, center: false },
  ])('trains with %j', async (options) => {
    likeKeras();
    const { losses, model } = await train(options);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses[2]).toBeLessThan(losses[0] ?? 0);
    const own = 2 - Object.keys(options).length;
    expect(model.layers[1]?.weights).toHaveLength(own + 2);
    expect(model.layers[1]?.getConfig()).toMatchObject(options);
  });

  it('passes gradients while it is frozen, for any axis, without a leak', async () => {
    likeKeras();
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 3, kernelSize: 1, inputShape: [4, 4, 2] }),
        tf.layers.batchNormalization({ axis: 1, scale: false }),
        tf.layers.batchNormalization({ center: false }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 1 }),
      ],
    });
    for (const layer of model.layers.slice(1, 3)) layer.trainable = false;
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const [inputs, targets] = [tf.ones([8, 4, 4, 2]), tf.ones([8, 1])];
    const before = values(model.getWeights()[0]);
    await model.fit(inputs, targets, { epochs: 1 });
    expect(values(model.getWeights()[0])).not.toEqual(before);
    const { numTensors } = tf.memory();
    await model.fit(inputs, targets, { epochs: 1 });
    tf.dispose([model.predict(inputs), model.layers[2]?.apply(tf.ones([1, 4, 4, 3])) as Tensor]);
    expect(tf.memory().numTensors).toBe(numTensors + 1);
  });

  it('trains like one with gamma 1 and beta 0', async () => {
    likeKeras();
    const bare = await train({ scale: false, center: false });
    const model = normalized();
    model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
    const { history } = await model.fit(xs(), ys(), { epochs: 1 });
    expect(bare.losses[0]).toBeCloseTo(Number(history['loss']?.[0]), 5);
  });
});

describe('a change of trainable without a following compile', () => {
  function model(): { readonly all: LayersModel; freeze(name: string, trainable: boolean): void } {
    const all = tf.sequential({
      layers: ['first', 'second', 'head'].map((name, place) =>
        tf.layers.dense({ units: 2, name, ...(place === 0 ? { inputShape: [3] } : {}) }),
      ),
    });
    return {
      all,
      freeze(name, trainable) {
        all.getLayer(name).trainable = !trainable;
        all.getLayer(name).trainable = trainable;
      },
    };
  }
  const targets = () => tf.ones([32, 2]);
  const compile = (all: LayersModel) => all.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const train = (all: LayersModel) => all.fit(xs(), targets(), { epochs: 1 });

  it('causes one warning with its layers and the line to add', async () => {
    likeKeras();
    const { all, freeze } = model();
    freeze('first', false);
    compile(all);
    await train(all);
    expect(warnings).toEqual([]);
    freeze('first', true);
    const before = values(all.getLayer('first').getWeights()[0]);
    await train(all);
    await train(all);
    expect(warnings).toEqual([
      '`trainable = true` came after `compile` and does not count yet: `first` is not trained. Add `model.compile({ … })` right after the change.',
    ]);
    expect(values(all.getLayer('first').getWeights()[0])).toEqual(before);

    freeze('head', false);
    await train(all);
    expect(warnings.at(-1)).toContain('`head` was frozen after `compile`');
    compile(all);
    const count = warnings.length;
    await train(all);
    expect(warnings).toHaveLength(count);
    expect(values(all.getLayer('first').getWeights()[0])).not.toEqual(before);
  });

  it('is detected by trainOnBatch and fitDataset, and in a nested model', async () => {
    likeKeras();
    const { all, freeze } = model();
    const outer = tf.sequential({ layers: [all, tf.layers.dense({ units: 1, name: 'outer' })] });
    freeze('second', false);
    compile(outer);
    freeze('second', true);
    await outer.trainOnBatch(xs(), ys());
    await outer.trainOnBatch(xs(), ys());
    expect(warnings).toHaveLength(1);
    compile(outer);
    freeze('first', false);
    const data = tf.data.generator(function* () {
      yield { xs: tf.ones([4, 3]), ys: tf.ones([4, 1]) };
    });
    await outer.fitDataset(data, { epochs: 1 });
    expect(warnings).toHaveLength(2);
    expect(warnings[1]).toContain('`first` was frozen');
  });

  it('names at most three layers', async () => {
    likeKeras();
    const all = tf.sequential({
      layers: [...'abcdefg'].map((name) => tf.layers.dense({ units: 2, name, inputShape: [2] })),
    });
    all.trainable = false;
    all.getLayer('g').trainable = true;
    all.trainable = true;
    for (const name of 'abcdef') all.getLayer(name).trainable = false;
    compile(all);
    all.trainable = true;
    await all.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1 });
    expect(warnings[0]).toContain('`a`, `b`, `c`, and 3 more layers are not trained');
  });
});

describe('a model with nothing to train', () => {
  const frozen = (): LayersModel => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3], name: 'only' })] });
    model.trainable = false;
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    return model;
  };

  it('rejects the training, and a later fit works', async () => {
    likeKeras();
    const model = frozen();
    await expect(model.fit(xs(), ys(), { epochs: 1 })).rejects.toMatchObject({
      name: 'TrainingError',
      message: 'All layers of the model are frozen: there is no weight to train.',
    });
    model.trainable = true;
    await expect(model.fit(xs(), ys(), { epochs: 1 })).rejects.toMatchObject({
      message: expect.stringContaining('`only`'),
      advice: expect.stringContaining('model.compile'),
    });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await model.fit(xs(), ys(), { epochs: 1 });
  });

  it('fails in plain tfjs with a message about variableGrads', async () => {
    const model = frozen();
    await expect(model.fit(xs(), ys(), { epochs: 1 })).rejects.toThrow('variableGrads');
  });
});

it('a model that is not compiled fails with tfjs’s error', async () => {
  likeKeras();
  const model = tf.model({ inputs: tf.input({ shape: [3] }), outputs: [] as never[] } as never);
  await expect(model.fit(xs(), ys())).rejects.toThrow(/compile/);
});
