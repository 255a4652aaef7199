import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OutputCapture } from '../../../../src/lessons-runtime/kernel/output/capture-output.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import { showFitProgress } from '../../../../src/lessons-runtime/kernel/training/fit-progress.ts';
import {
  logTrainings,
  type TrainingLog,
} from '../../../../src/lessons-runtime/kernel/training/log-trainings.ts';
import { createTrainingLog } from '../../../../src/lessons-runtime/library/log/training-log.ts';
import { type Training, trainingEventSchema } from '../../../../src/lessons-runtime/protocol/training.ts';
import { rememberTfjs } from '../../../support/remember-tfjs.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));

let restore = (): void => {};
let told: Training[] = [];
beforeEach(() => {
  restore = rememberTfjs(tf);
  showFitProgress(
    tf,
    { show: () => {} } as unknown as OutputCapture,
    () => 'en',
    () => false,
  );
  told = [];
});
afterEach(() => restore());

const comes = async (): Promise<TrainingLog> =>
  createTrainingLog({
    tf,
    isStopped: () => false,
    run: () => ({ cell: 'a', run: 1 }),
    post(message) {
      if (message.type !== 'training') return;
      const said = v.parse(trainingEventSchema, message.event);
      if (said.type === 'training') told.push(said.training);
    },
  });

function compiled(optimizer: string | ReturnType<typeof tf.train.sgd> = 'adam') {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  return model;
}
const [xs, ys] = [tf.ones([4, 2]), tf.ones([4, 1])];

it('a script that does not come costs the log its record, and the training nothing', async () => {
  let asked = 0;
  logTrainings(tf, async () => {
    asked += 1;
    throw new Error('offline');
  });
  const model = compiled();
  const { history } = await model.fit(xs, ys, { epochs: 2 });
  expect(history['loss']).toHaveLength(2);
  expect(asked).toBe(1);
  expect(told).toEqual([]);
});

it('keeps the rate that a training began with, whatever a callback makes of it', async () => {
  logTrainings(tf, comes);
  const optimizer = tf.train.sgd(0.5);
  const model = compiled(optimizer);
  await model.fit(xs, ys, {
    epochs: 2,
    callbacks: { onEpochEnd: () => optimizer.setLearningRate(0.1) },
  });
  expect(told[0]?.learningRate).toBe(0.5);
});

it('tells of a dataset without what only tensors have', async () => {
  logTrainings(tf, comes);
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
  logTrainings(tf, comes);
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
