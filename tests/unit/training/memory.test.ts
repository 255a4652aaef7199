import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandomCases } from './random-cases.ts';
import { classes, createSmallModel, modelKinds, pixels } from './small-models.ts';
import { startTraining } from './two-backends.ts';

describe('memory', () => {
  let undo: () => void;
  beforeAll(async () => {
    undo = await startTraining('fused multiply-add');
  });
  afterAll(() => undo());

  const x = () => {
    const { data } = createRandomCases('memory').values([4, pixels, pixels, 3]);
    return tf.tensor4d(data, [4, pixels, pixels, 3]);
  };

  it.each(modelKinds)('does not grow between 2 and 200 steps of a %s', async (kind) => {
    const model = createSmallModel(kind);
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    const [pictures, labels] = [x(), tf.oneHot(tf.tensor1d([0, 1, 2, 0], 'int32'), classes)];
    const counts: number[] = [];
    for (let step = 1; step <= 200; step += 1) {
      tf.dispose(await model.trainOnBatch(pictures, labels));
      if (step === 2 || step === 200) counts.push(tf.memory().numTensors, tf.engine().backend.numDataIds());
    }
    expect(counts.slice(2)).toEqual(counts.slice(0, 2));
    tf.dispose([pictures, labels]);
    model.dispose();
  });

  it('does not grow between two calls of fit with validation and shuffling', async () => {
    const model = createSmallModel('MobileNetV2');
    model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy' });
    const [pictures, labels] = [x(), tf.oneHot(tf.tensor1d([0, 1, 2, 0], 'int32'), classes)];
    const train = () =>
      model.fit(pictures, labels, { epochs: 2, batchSize: 2, validationData: [pictures, labels] });
    await train();
    const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    await train();
    expect([tf.memory().numTensors, tf.engine().backend.numDataIds()]).toEqual(before);
    tf.dispose([pictures, labels]);
    model.dispose();
  });

  it('does not hold outdated packed weights: a prediction after training uses the new ones', async () => {
    const model = createSmallModel('EfficientNet-Lite0');
    const pictures = x();
    const predict = () => tf.tidy(() => Array.from((model.predict(pictures) as tf.Tensor).dataSync()));
    predict();
    model.compile({ optimizer: tf.train.sgd(0.5), loss: 'categoricalCrossentropy' });
    const labels = tf.oneHot(tf.tensor1d([0, 1, 2, 0], 'int32'), classes);
    await model.trainOnBatch(pictures, labels);
    const after = predict();
    const weights = model.getWeights().map((weight) => weight.clone());
    const fresh = createSmallModel('EfficientNet-Lite0');
    fresh.setWeights(weights);
    expect(after).toEqual(tf.tidy(() => Array.from((fresh.predict(pictures) as tf.Tensor).dataSync())));
    tf.dispose([pictures, labels, weights]);
  });
});
