import { afterEach, describe, expect, it, vi } from 'vitest';
import { trainingLimits } from '../../src/lessons-runtime/protocol/training-limits.ts';
import { createTestLesson, type TestLesson } from '../support/kernel-over-channel.ts';
import { createPlayedWorker, honestMessages } from './messages.ts';

vi.setConfig({ testTimeout: 30_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

const model = `
const backbone = tf.sequential({ layers: [
  tf.layers.dense({ units: 4, inputShape: [3], name: 'block' }),
  tf.layers.batchNormalization({ name: 'norm' }),
] });
const model = tf.sequential({ layers: [backbone, tf.layers.dense({ units: 2, activation: 'softmax', name: 'head' })] });
const xs = tf.ones([8, 3]); const ys = tf.oneHot([0, 1, 0, 1, 0, 1, 0, 1], 2);
const compile = (optimizer = tf.train.adam(0.01)) =>
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
backbone.trainable = false;`;

it('tells of a training as it ends: settings, what was frozen, curves; and of the next one', async () => {
  lesson = createTestLesson({ seed: 7 });
  await lesson.run(model, 'model');
  const state = await lesson.run(
    'compile(); const h = await model.fit(xs, ys, { epochs: 3, batchSize: 4, validationSplit: 0.25 }); h.history.val_loss.join()',
    'head',
  );
  expect(state.status).toBe('done');
  const [told] = lesson.trainings;
  expect(told).toMatchObject({
    cell: 'head',
    seed: 7,
    training: {
      outcome: 'done',
      backend: 'cpu',
      optimizer: 'Adam',
      learningRate: 0.01,
      loss: 'categoricalCrossentropy',
      batchSize: 4,
      samples: 6,
      epochs: 3,
      // A head of 4 × 2 + 2; below it 3 × 4 + 4, and four numbers for each of the four that are normalised.
      parameters: { trained: 10, frozen: 32 },
      firstTrained: 'head',
      epoch: [1, 2, 3],
    },
  });
  const curves = told?.training.curves ?? [];
  expect(curves.map(({ name }) => name)).toEqual(['loss', 'val_loss', 'acc', 'val_acc']);
  const shown = state.outputs.find((part) => part.kind === 'value');
  expect(shown).toMatchObject({
    value: { text: JSON.stringify(curves.find(({ name }) => name === 'val_loss')?.values.join()) },
  });

  await lesson.run(
    'backbone.trainable = true; compile(tf.train.sgd(0.1)); await model.fit(xs, ys, { epochs: 1 });',
    'tuning',
  );
  expect(lesson.trainings).toHaveLength(2);
  expect(lesson.trainings[1]).toMatchObject({
    cell: 'tuning',
    training: {
      optimizer: 'SGD',
      learningRate: 0.1,
      batchSize: 32,
      parameters: { trained: 34, frozen: 8 },
      firstTrained: 'block',
    },
  });
});

it('counts as trained what the training moved, not what was thawed without compile', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  await lesson.run('compile(); backbone.trainable = true; await model.fit(xs, ys, { epochs: 1 });', 'forgot');
  expect(lesson.trainings[0]?.training).toMatchObject({
    firstTrained: 'head',
    parameters: { trained: 10, frozen: 32 },
  });
});

it('tells of one that failed on its way, with the epochs it finished, and leaves no scalar behind', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  const fails =
    'await model.fit(xs, ys, { epochs: 5, callbacks: new tf.CustomCallback({ onEpochBegin(epoch) { if (epoch === 2) throw new Error("oh"); } }) });';
  await lesson.run('compile();', 'compile');
  await lesson.run(fails, 'fails');
  const before = lesson.memories.at(-1)?.tensors;
  await lesson.run(fails, 'fails');
  expect(lesson.trainings[1]).toMatchObject({
    cell: 'fails',
    training: { outcome: 'failed', epochs: 5, epoch: [1, 2] },
  });
  const values = lesson.trainings[1]?.training.curves.flatMap((curve) => curve.values) ?? [];
  expect(values).toHaveLength(4);
  expect(values.every(Number.isFinite)).toBe(true);
  expect(lesson.memories.at(-1)?.tensors).toBe(before);
});

it('tells of one that Stop ended', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  const ended = lesson.run('compile(); await model.fit(xs, ys, { epochs: 1e6 });', 'long');
  await vi.waitFor(() => expect(lesson.session.cell('long').status).toBe('running'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  lesson.session.stop();
  expect((await ended).status).toBe('stopped');
  expect(lesson.trainings[0]).toMatchObject({
    cell: 'long',
    training: { outcome: 'stopped', epochs: 1_000_000 },
  });
});

it('says nothing of a fit that tfjs refused, keeps a curve short, and a diverged one as it was', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  await lesson.run('compile(); await model.fit(tf.ones([8, 5]), ys, { epochs: 1 });', 'refused');
  expect(lesson.trainings).toEqual([]);
  await lesson.run(
    `const tiny = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    tiny.compile({ optimizer: tf.train.sgd(1e30), loss: (a, b) => tf.losses.meanSquaredError(a, b) });
    await tiny.fit(tf.ones([1, 1]), tf.ones([1, 1]), { epochs: ${trainingLimits.epochs * 2 + 1}, yieldEvery: 'never' });`,
    'many',
  );
  const training = lesson.trainings[0]?.training;
  expect(training?.epoch.length).toBeLessThanOrEqual(trainingLimits.epochs);
  expect(training?.epoch.at(-1)).toBe(trainingLimits.epochs * 2 + 1);
  expect(training?.curves[0]?.values.at(-1)).toBeNaN();
  expect(training?.loss).toBe('loss');
});

it('tells of no more than fifty in a run', async () => {
  lesson = createTestLesson();
  await lesson.run(
    `${model}; compile(); for (let n = 0; n < 55; n++) await model.fit(xs, ys, { epochs: 1, yieldEvery: 'never' });`,
    'loop',
  );
  expect(lesson.trainings).toHaveLength(trainingLimits.perRun);
  await lesson.run('await model.fit(xs, ys, { epochs: 1 });', 'again');
  expect(lesson.trainings).toHaveLength(trainingLimits.perRun + 1);
});

it('a worker may speak only for the run that is heard', async () => {
  const worker = createPlayedWorker();
  lesson = createTestLesson({ connect: worker.connect });
  const run = lesson.run('1', 'a');
  await vi.waitFor(() => expect(worker.posted.some(({ type }) => type === 'run')).toBe(true));
  const training = (cell: string, number: number) =>
    honestMessages(cell, number).find(({ type }) => type === 'training');
  worker.say(training('b', 1));
  worker.say(training('a', 2));
  expect(lesson.trainings).toEqual([]);
  worker.say(training('a', 1));
  expect(lesson.trainings).toHaveLength(1);
  worker.say({ type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: 1 });
  await run;
});

describe('a training under way', () => {
  /** Batches that take their time, so that the worker tells of it in between. */
  const slow =
    'compile(); await model.fit(xs, ys, { epochs: 40, batchSize: 4, callbacks: { onBatchEnd: () => new Promise((done) => setTimeout(done, 40)) } });';

  it('is told of as it stands, again and again, and once when it is over', async () => {
    lesson = createTestLesson();
    await lesson.run(model, 'model');
    await lesson.run(slow, 'slow');
    const told = lesson.told.flatMap(({ told: each }) => (each.type === 'training' ? [each] : []));
    expect(told.map(({ training }) => training.outcome)).toEqual([
      ...told.slice(1).map(() => 'ended'),
      'done',
    ]);
    expect(told.length).toBeGreaterThan(2);
    expect(new Set(told.map(({ place }) => JSON.stringify(place)))).toEqual(
      new Set([JSON.stringify({ run: 2, number: 1 })]),
    );
    const epochs = told.map(({ training }) => training.epoch.length);
    expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
    expect(epochs.at(-1)).toBe(40);
    for (const { training } of told) {
      for (const { values } of training.curves) expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  it('is what is left when the worker is ended', async () => {
    lesson = createTestLesson();
    await lesson.run(model, 'model');
    const ended = lesson.run(slow, 'slow');
    await vi.waitFor(() => expect(lesson.told.length).toBeGreaterThan(0), 10_000);
    lesson.session.restart();
    expect((await ended).status).toBe('stopped');
    expect(lesson.trainings).toEqual([]);
    expect(lesson.told.at(-1)?.told).toMatchObject({ training: { outcome: 'ended', epochs: 40 } });
  });
});

describe('the report of a model', () => {
  const train = `${model}; import { accuracyReport } from 'deshielo'; compile();`;

  it('is told of with the last training of the model, also by a later cell', async () => {
    lesson = createTestLesson();
    await lesson.run(
      `${train} await model.fit(xs, ys, { epochs: 1 }); await model.fit(xs, ys, { epochs: 1 });`,
      'train',
    );
    await lesson.run("await accuracyReport(model, xs, ys, { classNames: ['cat', 'dog'] });", 'report');
    const last = lesson.told.at(-1);
    expect(last?.by).toMatchObject({ cell: 'report', run: 2 });
    expect(last?.told).toMatchObject({
      type: 'confusion',
      place: { run: 1, number: 2 },
      confusion: { labels: ['cat', 'dog'] },
    });
    if (last?.told.type !== 'confusion') throw new Error('no matrix');
    const { confusion } = last.told;
    expect(confusion.values.flat().reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(confusion.values.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual([4, 4]);
  });

  it('of a model that was not trained is no matter for the log', async () => {
    lesson = createTestLesson();
    const state = await lesson.run(`${train} await accuracyReport(model, xs, ys);`, 'report');
    expect(state.status).toBe('done');
    expect(lesson.told).toEqual([]);
  });
});

it('tells a model’s name where the cell gave it one', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  await lesson.run(
    `compile(); await model.fit(xs, ys, { epochs: 1 });
    const named = tf.model({ inputs: model.inputs, outputs: model.outputs, name: 'butterflies' });
    named.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    await named.fit(xs, ys, { epochs: 1 });
    const nameless = tf.model({ inputs: model.inputs, outputs: model.outputs });
    nameless.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    await nameless.fit(xs, ys, { epochs: 1 });`,
    'names',
  );
  expect(lesson.trainings.map(({ training }) => training.model)).toEqual([
    undefined,
    'butterflies',
    undefined,
  ]);
});
