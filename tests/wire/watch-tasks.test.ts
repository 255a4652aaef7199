import { describe, expect, it } from 'vitest';
import { curvesOf, errorOf, partsOf, useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

/** Two opposite tasks, so that a model that learns the new one forgets the old one. */
const setting = `
import { watchTasks } from 'deshielo';
const n = 40;
const sign = tf.range(0, n).mod(2).mul(2).sub(1);
const xs = tf.tidy(() => sign.expandDims(1).mul(tf.ones([n, 4])));
const old = sign.add(1).div(2);
const fresh = tf.scalar(1).sub(old);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4], activation: 'softmax' })] });
model.compile({ optimizer: tf.train.adam(0.2), loss: 'sparseCategoricalCrossentropy' });
await model.fit(xs, old, { epochs: 10 });
`;

describe('watchTasks', () => {
  it('draws the accuracy on the old and the new task', async () => {
    await lesson.run(setting, 'setting');
    const { outputs, status } = await lesson.run(
      "await model.fit(xs, fresh, { epochs: 12, callbacks: watchTasks({ 'old': [xs, old], 'new': [xs, fresh] }) }); 0",
    );
    expect(status).toBe('done');
    const { old = [], new: fresh = [] } = curvesOf({ outputs });
    expect(old).toHaveLength(13);
    expect([old[0], old.at(-1)]).toEqual([1, 0]);
    expect([fresh[0], fresh.at(-1)]).toEqual([0, 1]);
    // One chart, which is updated in place, and no note about leaked tensors.
    expect(partsOf(outputs, 'chart')).toHaveLength(1);
    expect(partsOf(outputs, 'note')).toEqual([]);
  });

  it('measures another model that shares layers with the trained one', async () => {
    await lesson.run(setting, 'setting');
    const { outputs, status } = await lesson.run(`
const base = tf.layers.dense({ units: 8, activation: 'tanh' });
const input = tf.input({ shape: [4] });
const features = base.apply(input);
const oldModel = tf.model({ inputs: input, outputs: tf.layers.dense({ units: 2, activation: 'softmax' }).apply(features) });
const newModel = tf.model({ inputs: input, outputs: tf.layers.dense({ units: 2, activation: 'softmax' }).apply(features) });
const compiled = () => ({ optimizer: tf.train.adam(0.2), loss: 'sparseCategoricalCrossentropy' });
oldModel.compile(compiled());
await oldModel.fit(xs, old, { epochs: 10 });
newModel.compile(compiled());
const oldHead = oldModel.layers.at(-1).getWeights()[0].dataSync().slice();
await newModel.fit(xs, fresh, { epochs: 3, callbacks: watchTasks({ old: [xs, old, oldModel], new: [xs, fresh] }) });
oldModel.layers.at(-1).getWeights()[0].dataSync().every((value, at) => value === oldHead[at])`);
    expect(status).toBe('done');
    const lines = curvesOf({ outputs });
    // The old head predicts the old task; the new head would predict the opposite.
    expect(lines['old']?.[0]).toBe(1);
    expect(lines['new']?.at(-1)).toBe(1);
    expect(lines['old']?.at(-1)).not.toBe(1 - (lines['new']?.at(-1) ?? 0));
    expect(partsOf(outputs, 'value').at(-1)?.value.text).toBe('true');
  });

  it('is updated during the training, together with the learner’s callbacks', async () => {
    await lesson.run(setting, 'setting');
    await lesson.run(
      "let heard = 0; await model.fit(xs, fresh, { epochs: 3, callbacks: [watchTasks({ 'old': [xs, old] }), { onEpochEnd: async () => { heard += 1; } }] }); heard",
    );
    const seen = lesson.history.flatMap(([cell, { outputs }]) => {
      if (cell !== 'a' || partsOf(outputs, 'chart').length === 0) return [];
      return [curvesOf({ outputs })['old']?.length ?? 0];
    });
    expect([...new Set(seen)]).toEqual([1, 2, 3, 4]);
    expect(partsOf(lesson.outputs(), 'value').at(-1)?.value.text).toBe('3');
  });

  it('fails for invalid tasks, in the page’s language', async () => {
    lesson.open({ language: 'es' });
    await lesson.run(setting, 'setting');
    const error = errorOf(
      await lesson.run('\nawait model.fit(xs, fresh, { epochs: 1, callbacks: watchTasks([xs, old]) });'),
    );
    expect(error).toMatchObject({
      name: 'ArgumentError',
      what: 'watchTasks necesita una tarea por nombre: { nombre: [xs, ys] }, o [xs, ys, model].',
      place: { line: 2 },
    });
  });
});
