import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import { createTestLesson, errorOf, partsOf, type TestLesson } from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 20_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

/** Two tasks that ask the opposite of each other: who learns the new one forgets the old. */
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

function curves(outputs: readonly unknown[]): Record<string, readonly number[]> {
  const [chart] = partsOf(outputs as never, 'chart');
  const { call } = chart as OutputOf<'chart'>;
  if (call.path !== 'render.linechart') throw new Error(call.path);
  return Object.fromEntries(call.data.series.map(({ name, values }) => [name, [...values]]));
}

describe('watchTasks', () => {
  it('draws how the old task is forgotten while the new one is learnt', async () => {
    lesson = createTestLesson();
    await lesson.run(setting, 'setting');
    const { outputs, status } = await lesson.run(
      "await model.fit(xs, fresh, { epochs: 12, callbacks: watchTasks({ 'old': [xs, old], 'new': [xs, fresh] }) }); 0",
    );
    expect(status).toBe('done');
    const { old = [], new: fresh = [] } = curves(outputs);
    expect(old).toHaveLength(13);
    expect([old[0], old.at(-1)]).toEqual([1, 0]);
    expect([fresh[0], fresh.at(-1)]).toEqual([0, 1]);
    // One chart, drawn anew in its place, and no word of a tensor that was lost.
    expect(partsOf(outputs, 'chart')).toHaveLength(1);
    expect(partsOf(outputs, 'note')).toEqual([]);
  });

  it('asks another model that shares layers: an old head on a base that a new head trains', async () => {
    lesson = createTestLesson();
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
    const lines = curves(outputs);
    // The old head still tells the old: the new one would tell the opposite.
    expect(lines['old']?.[0]).toBe(1);
    expect(lines['new']?.at(-1)).toBe(1);
    expect(lines['old']?.at(-1)).not.toBe(1 - (lines['new']?.at(-1) ?? 0));
    expect(partsOf(outputs, 'value').at(-1)?.value.text).toBe('true');
  });

  it('is drawn while the training goes on, beside callbacks of the learner’s', async () => {
    lesson = createTestLesson();
    await lesson.run(setting, 'setting');
    await lesson.run(
      "let heard = 0; await model.fit(xs, fresh, { epochs: 3, callbacks: [watchTasks({ 'old': [xs, old] }), { onEpochEnd: async () => { heard += 1; } }] }); heard",
    );
    const seen = lesson.history.flatMap(([cell, { outputs }]) => {
      if (cell !== 'a' || partsOf(outputs, 'chart').length === 0) return [];
      return [curves(outputs)['old']?.length ?? 0];
    });
    expect([...new Set(seen)]).toEqual([1, 2, 3, 4]);
    expect(partsOf(lesson.outputs(), 'value').at(-1)?.value.text).toBe('3');
  });

  it('says in the page’s language what it needs', async () => {
    lesson = createTestLesson({ language: 'es' });
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
