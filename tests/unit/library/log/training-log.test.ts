import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import { createFitProgress } from '../../../../src/lessons-runtime/kernel/training/fit-progress.ts';
import { createTrainingLog } from '../../../../src/lessons-runtime/library/log/training-log.ts';
import { type Training, trainingEventSchema } from '../../../../src/lessons-runtime/protocol/training.ts';
import { patchOnly } from '../../../support/patched-training.ts';
import { rememberTfjs } from '../../../support/remember-tfjs.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));

let restore = (): void => {};
let told: Training[] = [];
beforeEach(() => {
  restore = rememberTfjs(tf);
  told = [];
});
afterEach(() => restore());

/** Puts the log around training, and the bars, which take each callback for what it is. */
function logTrainings(): void {
  const progress = createFitProgress({ show: () => {} }, 'en', () => false);
  const log = createTrainingLog({
    tf,
    isStopped: () => false,
    run: () => ({ cell: 'a', run: 1 }),
    post(message) {
      if (message.type !== 'training') return;
      const said = v.parse(trainingEventSchema, message.event);
      if (said.type === 'training') told.push(said.training);
    },
  });
  patchOnly(tf, {
    progress: progress.around,
    log: async ({ model, options }, proceed) =>
      await log.train(model, (given) => proceed({ options: given }), options),
  });
}

function compiled(optimizer: string | ReturnType<typeof tf.train.sgd> = 'adam') {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  return model;
}
const [xs, ys] = [tf.ones([4, 2]), tf.ones([4, 1])];

it('keeps the rate that a training began with, whatever a callback makes of it', async () => {
  logTrainings();
  const optimizer = tf.train.sgd(0.5);
  const model = compiled(optimizer);
  await model.fit(xs, ys, {
    epochs: 2,
    callbacks: { onEpochEnd: () => optimizer.setLearningRate(0.1) },
  });
  expect(told[0]?.learningRate).toBe(0.5);
});

it('tells of a dataset without what only tensors have', async () => {
  logTrainings();
  const data = tf.data.zip({ xs: tf.data.array([[1, 2]]), ys: tf.data.array([[1]]) }).batch(1);
  await compiled('rmsprop').fitDataset(data as never, { epochs: 1 });
  expect(told[0]).toMatchObject({
    optimizer: 'RMSProp',
    batchSize: null,
    samples: null,
    epochs: 1,
    parameters: { trained: 3, frozen: 0 },
  });
});

it('names a loss that is a function, and several by their order', async () => {
  logTrainings();
  const input = tf.input({ shape: [2] });
  const outputs = ['one', 'two'].map((name) => tf.layers.dense({ units: 1, name }).apply(input)) as never;
  const model = tf.model({ inputs: input, outputs });
  model.compile({
    optimizer: 'sgd',
    loss: [
      function mine(a: typeof ys, b: typeof ys) {
        return tf.losses.meanSquaredError(a, b);
      },
      'meanAbsoluteError',
    ] as never,
  });
  await model.fit(xs, [ys, ys], { epochs: 1 });
  expect(told[0]?.loss).toBe('mine, meanAbsoluteError');
  expect(told[0]?.curves.map(({ name }) => name)).toContain('two_loss');
});

it('names a loss that is a function of tfjs as tfjs does', async () => {
  logTrainings();
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer: 'sgd', loss: tf.losses.meanSquaredError as never });
  await model.fit(xs, ys, { epochs: 1 });
  expect(told[0]?.loss).toBe('meanSquaredError');
});
