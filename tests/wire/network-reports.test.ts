import { describe, expect, it, vi } from 'vitest';
import { useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

const model = `
import { showLayers } from 'deshielo';
const base = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3], name: 'low' })] });
const model = tf.sequential({ layers: [base, tf.layers.dense({ units: 2, name: 'head' })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await showLayers(model);`;

/** Uses nothing of the library. */
const plain = `const model = tf.sequential({ layers: [
  tf.layers.dense({ units: 4, inputShape: [3], name: 'low' }), tf.layers.dense({ units: 2, name: 'head' }),
] });`;

/** The last report of the model with a name. */
const latest = (name: string) => lesson.networks.findLast(({ part }) => part.name === name);
const trainable = (name: string) =>
  latest(name)?.part.layers.flatMap((layer) => (layer.trainable ? [layer.name] : []));

describe('reports about the models of a lesson', () => {
  it('are sent when a run ends, once for each model', async () => {
    await lesson.run(model);
    await vi.waitFor(() => expect(lesson.networks).toHaveLength(2));
    expect(lesson.networks.map(({ part }) => part.name)).toEqual(['base', 'model']);
    await lesson.run('1', 'other');
    await lesson.run('2', 'other');
    expect(lesson.networks).toHaveLength(2);
  });

  it('are sent again when code changes which layers are trainable', async () => {
    await lesson.run(model);
    await lesson.run('base.trainable = false;', 'freeze');
    await vi.waitFor(() => expect(trainable('model')).toEqual(['head']));
    expect(trainable('base')).toEqual([]);
    expect(latest('model')?.part.compiled).toBe('stale');
  });

  it('are sent of a model that code has frozen before it uses the library', async () => {
    await lesson.run(plain);
    await lesson.run('1', 'other');
    expect(lesson.networks).toEqual([]);
    await lesson.run('model.layers[0].trainable = false;', 'freeze');
    await vi.waitFor(() => expect(trainable('model')).toEqual(['head']));
    await lesson.run('model.layers[0].trainable = true;', 'thaw');
    await vi.waitFor(() => expect(trainable('model')).toEqual(['low', 'head']));
  });

  it('are sent before a training, with the same id', async () => {
    await lesson.run(model);
    await vi.waitFor(() => expect(lesson.networks).toHaveLength(2));
    await lesson.run('await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 1 });', 'fit');
    const reports = lesson.networks.filter(({ part }) => part.name === 'model');
    expect(reports).toHaveLength(2);
    expect(new Set(reports.map(({ run, part }) => `${run} ${part.id}`)).size).toBe(1);
  });

  it('name a model that is created and trained in the same run', async () => {
    await lesson.run(`${model} await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 1 });`);
    await vi.waitFor(() => expect(lesson.networks).toHaveLength(2));
    expect(lesson.networks.map(({ part }) => part.name)).toEqual(['model', 'base']);
  });

  it('identify a model that the page can freeze', async () => {
    await lesson.run(model);
    await vi.waitFor(() => expect(latest('model')).toBeDefined());
    const { run, part } = latest('model') ?? { run: 0, part: { id: '' } };
    expect(lesson.session.freeze(run, part.id, 1)).toBe(true);
    await vi.waitFor(() => expect(trainable('model')).toEqual(['head']));
    expect(latest('model')?.part.line).toBe(
      'model.layers.forEach((layer, i) => { layer.trainable = i >= 1; });',
    );
  });

  it('say that a model was disposed of', async () => {
    await lesson.run(model);
    await lesson.run('model.dispose();', 'free');
    await vi.waitFor(() => expect(latest('model')?.part.isDisposed).toBe(true));
  });

  it('ignore values that only look like models', async () => {
    const state = await lesson.run(
      `${model}\nconst broken = { layers: [{}], compile() {}, weights: [] };
       const empty = Object.create(tf.LayersModel.prototype);
       const proxy = new Proxy({}, { has() { throw new Error('no'); } });`,
    );
    expect(state.status).toBe('done');
    expect(lesson.networks).toHaveLength(2);
  });
});
