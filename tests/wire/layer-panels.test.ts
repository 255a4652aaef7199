import { describe, expect, it, vi } from 'vitest';
import type { OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import { partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

const model = `
import { showLayers } from 'deshielo';
const backbone = tf.sequential({ layers: [
  tf.layers.dense({ units: 4, inputShape: [3], name: 'low' }),
  tf.layers.reLU({ name: 'relu' }),
  tf.layers.dense({ units: 4, name: 'high' }),
] });
const model = tf.sequential({ layers: [backbone, tf.layers.dense({ units: 2, name: 'head' })] });
const compile = () => model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const xs = tf.ones([8, 3]), ys = tf.ones([8, 2]);
compile();`;

function panel(cell = 'panel'): OutputOf<'layers'> {
  const [part] = partsOf(lesson.outputs(cell), 'layers');
  if (part === undefined) throw new Error('no panel');
  return part;
}

const trained = () => panel().layers.flatMap(({ name, trainable }) => (trainable ? [name] : []));

async function open(): Promise<void> {
  await lesson.run(model, 'model');
  const state = await lesson.run('await showLayers(model)', 'panel');
  expect(state.status).toBe('done');
}

async function press(layers: number, expected: readonly string[]): Promise<void> {
  const { run } = lesson.session.cell('panel');
  expect(lesson.session.freeze(run, panel().id, layers)).toBe(true);
  await vi.waitFor(() => expect(trained().filter((name) => name !== 'relu')).toEqual(expected));
}

describe('showLayers', () => {
  it('shows each layer, including those of the backbone, and the compile state', async () => {
    await open();
    expect(panel()).toMatchObject({
      compiled: 'fits',
      line: null,
      isDisposed: false,
      parameters: 16 + 20 + 10,
    });
    expect(panel().layers.map(({ name }) => name)).toEqual(['low', 'relu', 'high', 'head']);
  });

  it('freezes up to a layer of the backbone and shows the equivalent code', async () => {
    await open();
    await press(2, ['high', 'head']);
    expect(panel().compiled).toBe('stale');
    expect(valuesOf(await lesson.run('backbone.layers[0].trainable', 'see'))).toEqual(['false']);
    const { line } = panel();
    expect(line).toBe(
      'model.trainable = true; backbone.layers.forEach((layer, i) => { layer.trainable = i >= 2; });',
    );
    // Running the line in another state gives the same state as the button.
    await lesson.run('model.trainable = false;', 'undo');
    await vi.waitFor(() => expect(trained()).toEqual([]));
    await lesson.run(line ?? '', 'line');
    await vi.waitFor(() => expect(trained().filter((name) => name !== 'relu')).toEqual(['high', 'head']));
  });

  it('unfreezes and freezes all layers', async () => {
    await open();
    await press(4, []);
    expect(panel().line).toBe('model.trainable = false;');
    await press(0, ['low', 'high', 'head']);
    expect(panel().line).toBe('model.trainable = true;');
  });

  it('is updated when a later cell that changes the model ends', async () => {
    await open();
    await lesson.run('backbone.trainable = false;', 'freeze');
    await vi.waitFor(() => expect(trained()).toEqual(['head']));
    expect(panel().compiled).toBe('stale');
    await lesson.run('compile();', 'compile');
    await vi.waitFor(() => expect(panel().compiled).toBe('fits'));
  });

  it('freezes only after a running training has ended', async () => {
    await open();
    const fit = lesson.run(
      `const seen = []; await model.fit(xs, ys, { epochs: 20, verbose: 0, callbacks: { onEpochEnd: async () => { seen.push(backbone.layers[0].trainable); await new Promise((done) => setTimeout(done, 5)); } } }); seen.includes(false)`,
      'fit',
    );
    await vi.waitFor(() => expect(lesson.session.cell('fit').status).toBe('running'));
    expect(lesson.session.freeze(lesson.session.cell('panel').run, panel().id, 3)).toBe(true);
    expect(valuesOf(await fit)).toEqual(['false']);
    await vi.waitFor(() => expect(trained()).toEqual(['head']));
  });

  it('reports a disposed model and a terminated worker', async () => {
    await open();
    const { run } = lesson.session.cell('panel');
    await lesson.run('model.dispose();', 'free');
    await vi.waitFor(() => expect(panel().isDisposed).toBe(true));
    lesson.session.restart();
    expect(lesson.session.freeze(run, panel().id, 1)).toBe(false);
    await lesson.run('1');
    expect(lesson.session.freeze(run, panel().id, 1)).toBe(false);
  });

  it('accepts any number of layers', async () => {
    await open();
    await press(1e9, []);
    await press(-3, ['low', 'high', 'head']);
  });

  it('fails for a value that is not a model', async () => {
    lesson.open({ language: 'es' });
    const { outputs } = await lesson.run("import { showLayers } from 'deshielo'; await showLayers(3)");
    expect(partsOf(outputs, 'error')[0]?.what).toBe('Eso no es un modelo de capas.');
  });
});

describe('whatMoved', () => {
  it('returns exactly 0 for frozen layers and more for trained ones', async () => {
    await open();
    await press(3, ['head']);
    const state = await lesson.run(
      "import { whatMoved } from 'deshielo'; compile(); await model.fit(xs, ys, { epochs: 2 }); await whatMoved(model)",
      'fit',
    );
    const [moved] = partsOf(state.outputs, 'moved');
    expect(moved?.layers.map(({ name, trainable }) => [name, trainable])).toEqual([
      ['low', false],
      ['high', false],
      ['head', true],
    ]);
    const [low, high, head] = moved?.layers.map(({ change }) => change) ?? [];
    expect([low, high]).toEqual([0, 0]);
    expect(head).toBeGreaterThan(0.001);
    // The panel shows the numbers already.
    expect(partsOf(state.outputs, 'table')).toEqual([]);
  });

  it('equals the change of the weights since the start of the last training', async () => {
    await open();
    const state = await lesson.run(
      `import { whatMoved } from 'deshielo';
       const before = tf.concat(backbone.layers[0].getWeights().map((w) => w.flatten()));
       await model.fit(xs, ys, { epochs: 3 });
       const after = tf.concat(backbone.layers[0].getWeights().map((w) => w.flatten()));
       const expected = after.sub(before).norm().div(before.norm()).dataSync()[0];
       const [{ change }] = await whatMoved(model);
       model.optimizer.setLearningRate(0);
       await model.fit(xs, ys, { epochs: 1 });
       const [again] = await whatMoved(model);
       [Math.abs(change - expected) < 1e-5, change > 0, again.change].join()`,
      'fit',
    );
    expect(valuesOf(state)).toEqual(['"true,true,0"']);
  });

  it('includes weights set after the training, also for a part of the model', async () => {
    await open();
    const state = await lesson.run(
      `import { whatMoved } from 'deshielo';
       await model.fit(xs, ys, { epochs: 1 });
       const [kernel, bias] = backbone.layers[0].getWeights().map((w) => w.clone());
       await model.fit(xs, ys, { epochs: 1 });
       backbone.layers[0].setWeights([kernel.mul(2), bias.mul(2)]);
       const [low] = await whatMoved(backbone);
       low.layer + ' ' + (low.change > 0.9)`,
      'fit',
    );
    expect(valuesOf(state)).toEqual(['"low true"']);
  });

  it('leaks no tensor, and fails with advice before the first training', async () => {
    await open();
    const error = partsOf(
      (await lesson.run("import { whatMoved } from 'deshielo'; await whatMoved(model)", 'early')).outputs,
      'error',
    );
    expect(error[0]?.what).toContain('has not been trained here yet');
    const state = await lesson.run(
      'const count = tf.memory().numTensors; await model.fit(xs, ys, { epochs: 1 }); await whatMoved(model); tf.memory().numTensors - count',
      'count',
    );
    expect(valuesOf(state)).toEqual(['0']);
    expect(partsOf(state.outputs, 'note')).toEqual([]);
  });
});
