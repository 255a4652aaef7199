import { describe, expect, it, vi } from 'vitest';
import { trainingLimits } from '../../src/lessons-runtime/protocol/training-limits.ts';
import { useTestLesson } from '../support/kernel-over-channel.ts';
import { createFakeWorker, validMessages } from './messages.ts';

const lesson = useTestLesson({ timeout: 30_000 });

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

it('reports each training with its settings, its trained layers and its curves', async () => {
  lesson.open({ seed: 7 });
  await lesson.run(model, 'model');
  const state = await lesson.run(
    'compile(); const h = await model.fit(xs, ys, { epochs: 3, batchSize: 4, validationSplit: 0.25 }); h.history.val_loss.join()',
    'head',
  );
  expect(state.status).toBe('done');
  const [first] = lesson.trainings;
  expect(first).toMatchObject({
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
      // The head has 4 × 2 + 2 parameters; the backbone has 3 × 4 + 4, and four for each of four normalized values.
      parameters: { trained: 10, frozen: 32 },
      firstTrained: 'head',
      epoch: [1, 2, 3],
    },
  });
  const curves = first?.training.curves ?? [];
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

it('counts the weights that the training updated, not those unfrozen without compile', async () => {
  await lesson.run(model, 'model');
  await lesson.run('compile(); backbone.trainable = true; await model.fit(xs, ys, { epochs: 1 });', 'forgot');
  expect(lesson.trainings[0]?.training).toMatchObject({
    firstTrained: 'head',
    parameters: { trained: 10, frozen: 32 },
  });
});

it('reports a failed training with its finished epochs, and leaks no scalar', async () => {
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

it('reports a stopped training', async () => {
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

it('ignores a refused fit, thins a long curve, and keeps NaN', async () => {
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

it('reports at most fifty trainings in a run', async () => {
  await lesson.run(
    `${model}; compile(); for (let n = 0; n < 55; n++) await model.fit(xs, ys, { epochs: 1, yieldEvery: 'never' });`,
    'loop',
  );
  expect(lesson.trainings).toHaveLength(trainingLimits.perRun);
  await lesson.run('await model.fit(xs, ys, { epochs: 1 });', 'again');
  expect(lesson.trainings).toHaveLength(trainingLimits.perRun + 1);
});

it('accepts events only for the current run', async () => {
  const worker = createFakeWorker();
  lesson.open({ connect: worker.connect });
  const run = lesson.run('1', 'a');
  await vi.waitFor(() => expect(worker.posted.some(({ type }) => type === 'run')).toBe(true));
  const training = (cell: string, number: number) =>
    validMessages(cell, number).find(({ type }) => type === 'training');
  worker.send(training('b', 1));
  worker.send(training('a', 2));
  expect(lesson.trainings).toEqual([]);
  worker.send(training('a', 1));
  expect(lesson.trainings).toHaveLength(1);
  worker.send({ type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: 1 });
  await run;
});

describe('a running training', () => {
  /** Slow batches, so that the worker reports the training several times. */
  const slow =
    'compile(); await model.fit(xs, ys, { epochs: 40, batchSize: 4, callbacks: { onBatchEnd: () => new Promise((done) => setTimeout(done, 40)) } });';

  it('is reported repeatedly, and once when it has ended', async () => {
    await lesson.run(model, 'model');
    await lesson.run(slow, 'slow');
    const reports = lesson.trainingEvents.flatMap(({ event }) => (event.type === 'training' ? [event] : []));
    expect(reports.map(({ training }) => training.outcome)).toEqual([
      ...reports.slice(1).map(() => 'ended'),
      'done',
    ]);
    expect(reports.length).toBeGreaterThan(2);
    expect(new Set(reports.map(({ place }) => JSON.stringify(place)))).toEqual(
      new Set([JSON.stringify({ run: 2, number: 1 })]),
    );
    const epochs = reports.map(({ training }) => training.epoch.length);
    expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
    expect(epochs.at(-1)).toBe(40);
    for (const { training } of reports) {
      for (const { values } of training.curves) expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  it('keeps its last report if the worker is terminated', async () => {
    await lesson.run(model, 'model');
    const ended = lesson.run(slow, 'slow');
    await vi.waitFor(() => expect(lesson.trainingEvents.length).toBeGreaterThan(0), 10_000);
    lesson.session.restart();
    expect((await ended).status).toBe('stopped');
    expect(lesson.trainings).toEqual([]);
    expect(lesson.trainingEvents.at(-1)?.event).toMatchObject({ training: { outcome: 'ended', epochs: 40 } });
  });
});

describe('an accuracy report', () => {
  const train = `${model}; import { accuracyReport } from 'deshielo'; compile();`;

  it('is assigned to the last training of the model, also from a later cell', async () => {
    await lesson.run(
      `${train} await model.fit(xs, ys, { epochs: 1 }); await model.fit(xs, ys, { epochs: 1 });`,
      'train',
    );
    await lesson.run("await accuracyReport(model, xs, ys, { classNames: ['cat', 'dog'] });", 'report');
    const last = lesson.trainingEvents.at(-1);
    expect(last?.run).toMatchObject({ cell: 'report', run: 2 });
    expect(last?.event).toMatchObject({
      type: 'confusion',
      place: { run: 1, number: 2 },
      confusion: { labels: ['cat', 'dog'] },
    });
    if (last?.event.type !== 'confusion') throw new Error('no confusion matrix');
    const { confusion } = last.event;
    expect(confusion.values.flat().reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(confusion.values.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual([4, 4]);
  });

  it('is not reported for a model that was not trained', async () => {
    const state = await lesson.run(`${train} await accuracyReport(model, xs, ys);`, 'report');
    expect(state.status).toBe('done');
    expect(lesson.trainingEvents).toEqual([]);
  });
});

it('reports the name of a model if the cell set one', async () => {
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
