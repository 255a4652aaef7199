import { expect, it } from 'vitest';
import { errorOf, partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

const model = `
const backbone = tf.sequential({ layers: [
  tf.layers.dense({ units: 4, inputShape: [3], name: 'block' }),
  tf.layers.batchNormalization({ name: 'norm' }),
] });
const model = tf.sequential({ layers: [backbone, tf.layers.dense({ units: 1, name: 'head' })] });
const xs = tf.ones([8, 3]); const ys = tf.ones([8, 1]);
const compile = () => model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

it('warns once, in the page’s language, about a missing compile', async () => {
  lesson.open({ language: 'es' });
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

it('keeps the statistics of a frozen backbone during fit', async () => {
  await lesson.run(model, 'model');
  await lesson.run('backbone.trainable = false; compile();', 'freeze');
  const moving = '[...backbone.getWeights().at(-2).dataSync()].join()';
  expect(valuesOf(await lesson.run(moving, 'see'))).toEqual(['"0,0,0,0"']);
  await lesson.run('await model.fit(xs, ys, { epochs: 3 }); 0', 'fit');
  expect(valuesOf(await lesson.run(moving, 'see'))).toEqual(['"0,0,0,0"']);
});

it('fails a fit without trainable weights at the learner’s line, with advice', async () => {
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
