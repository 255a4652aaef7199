import { afterEach, expect, it, vi } from 'vitest';
import {
  createTestLesson,
  errorOf,
  partsOf,
  type TestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 15_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

const model = `
const backbone = tf.sequential({ layers: [
  tf.layers.dense({ units: 4, inputShape: [3], name: 'block' }),
  tf.layers.batchNormalization({ name: 'norm' }),
] });
const model = tf.sequential({ layers: [backbone, tf.layers.dense({ units: 1, name: 'head' })] });
const xs = tf.ones([8, 3]); const ys = tf.ones([8, 1]);
const compile = () => model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

it('a cell that forgets to compile hears of it in the page’s language, once', async () => {
  lesson = createTestLesson({ language: 'es' });
  await lesson.run(model, 'model');
  await lesson.run('backbone.trainable = false; compile(); await model.fit(xs, ys, { epochs: 1 });', 'head');
  expect(lesson.outputs('head')).toEqual([expect.objectContaining({ kind: 'table', title: 'History' })]);
  const tuning = 'backbone.trainable = true; await model.fit(xs, ys, { epochs: 1 }); "done"';
  expect(partsOf((await lesson.run(tuning, 'tuning')).outputs, 'note')).toEqual([
    {
      kind: 'note',
      level: 'warn',
      text: '`trainable = true` llegó después de `compile` y no cuenta todavía: `block` y `norm` no se entrenan. Añade `model.compile({ … })` justo después del cambio.',
    },
  ]);
  expect(partsOf((await lesson.run(tuning, 'tuning')).outputs, 'note')).toEqual([]);
});

it('a frozen backbone keeps its statistics through a fit', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  await lesson.run('backbone.trainable = false; compile();', 'freeze');
  const moving = '[...backbone.getWeights().at(-2).dataSync()].join()';
  expect(valuesOf(await lesson.run(moving, 'see'))).toEqual(['"0,0,0,0"']);
  await lesson.run('await model.fit(xs, ys, { epochs: 3 }); 0', 'fit');
  expect(valuesOf(await lesson.run(moving, 'see'))).toEqual(['"0,0,0,0"']);
});

it('a fit with nothing to train is an error of the learner’s line, with what to do', async () => {
  lesson = createTestLesson();
  await lesson.run(model, 'model');
  const error = errorOf(
    await lesson.run('model.trainable = false; compile();\nawait model.fit(xs, ys, { epochs: 1 });'),
  );
  expect(error).toMatchObject({
    name: 'TrainingError',
    what: 'All layers of the model are frozen: there is no weight to train.',
    place: { cell: 'a', line: 2 },
  });
  expect(error.advice).toContain('layer.trainable = true');
});
