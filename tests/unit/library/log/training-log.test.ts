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
let reported: Training[] = [];
beforeEach(() => {
  restore = rememberTfjs(tf);
  reported = [];
});
afterEach(() => restore());

/** Wraps training in the log and in the progress bars, which accept lists of mixed callbacks. */
function logTrainings(): void {
  const progress = createFitProgress({ show: () => {} }, 'en', () => false);
  const log = createTrainingLog({
    tf,
    isStopped: () => false,
    run: () => ({ cell: 'a', run: 1 }),
    post(message) {
      if (message.type !== 'training') return;
      const event = v.parse(trainingEventSchema, message.event);
      if (event.type === 'training') reported.push(event.training);
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

it('reports the initial learning rate if a callback changes it', async () => {
  logTrainings();
  const optimizer = tf.train.sgd(0.5);
  const model = compiled(optimizer);
  await model.fit(xs, ys, {
    epochs: 2,
    callbacks: { onEpochEnd: () => optimizer.setLearningRate(0.1) },
  });
  expect(reported[0]?.learningRate).toBe(0.5);
});

it('reports the training on a dataset without batch size and samples', async () => {
  logTrainings();
  const data = tf.data.zip({ xs: tf.data.array([[1, 2]]), ys: tf.data.array([[1]]) }).batch(1);
  await compiled('rmsprop').fitDataset(data as never, { epochs: 1 });
  expect(reported[0]).toMatchObject({
    optimizer: 'RMSProp',
    batchSize: null,
    samples: null,
    epochs: 1,
    parameters: { trained: 3, frozen: 0 },
  });
});

it('reports the names of losses that are functions, in the order of the outputs', async () => {
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
  expect(reported[0]?.loss).toBe('mine, meanAbsoluteError');
  expect(reported[0]?.curves.map(({ name }) => name)).toContain('two_loss');
});

it('reports the name of a loss that is a function of tfjs', async () => {
  logTrainings();
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer: 'sgd', loss: tf.losses.meanSquaredError as never });
  await model.fit(xs, ys, { epochs: 1 });
  expect(reported[0]?.loss).toBe('meanSquaredError');
});
