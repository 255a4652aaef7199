import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createTestLesson,
  partsOf,
  type TestLesson,
  textOf,
  valuesOf,
} from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 15_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

const network = `
  const model = tf.sequential({ layers: [tf.layers.dense({ name: 'head', units: 2, inputShape: [3] })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

describe('what tfjs prints', () => {
  it('is shown in the cell, in the order in which it was printed', async () => {
    lesson = createTestLesson();
    const { outputs } = await lesson.run(`
      tf.tidy(() => {
        console.log('first'); tf.tensor1d([1, 2]).print(); display(7); tf.print(tf.scalar(3)); console.log('last');
      });`);
    expect(outputs.map(({ kind }) => kind)).toEqual(['text', 'value', 'text']);
    expect(textOf({ outputs })).toBe('first\nTensor\n    [1, 2]\nTensor\n    3\nlast');
    expect(partsOf(outputs, 'text').map(({ level }) => level)).toEqual(['log', 'log']);
  });

  it('is a model’s summary, by its own printer or the learner’s', async () => {
    lesson = createTestLesson();
    const text = textOf(await lesson.run(`${network}\nmodel.summary();`));
    expect(text).toMatch(/head \(Dense\) +\[\[null,3\]\] +\[null,2\] +8/);
    expect(text).toContain('Trainable params: 8');
    const own = await lesson.run(
      'const lines = []; model.summary(60, undefined, (line) => lines.push(line)); lines[0].length',
      'b',
    );
    expect([textOf(own), valuesOf(own)]).toEqual(['', ['60']]);
  });

  it('has the budget of a cell’s own lines', async () => {
    lesson = createTestLesson();
    const lines = textOf(
      await lesson.run('const t = tf.scalar(1); for (let i = 0; i < 6000; i++) t.print();'),
    ).split('\n');
    expect(lines.at(-1)).toBe('… too much output: what follows is left out.');
    expect(lines.length).toBeLessThanOrEqual(10_001);
  });

  it('belongs to the cell that printed last, also after its end', async () => {
    lesson = createTestLesson();
    await lesson.run(
      'const later = new Promise((done) => setTimeout(done, 20));\nlater.then(() => tf.scalar(5).print());\n0',
    );
    await lesson.run('await later;', 'b');
    expect([textOf({ outputs: lesson.outputs('a') }), textOf({ outputs: lesson.outputs('b') })]).toEqual([
      '',
      'Tensor\n    5',
    ]);
  });

  it('is nothing where a cell only trains', async () => {
    lesson = createTestLesson();
    const { outputs } = await lesson.run(
      `${network}\nawait model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 2 }); 0`,
    );
    expect(partsOf(outputs, 'text')).toEqual([]);
  });
});

const watching = `${network}
  await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 3, verbose: 0, callbacks: tf.callbacks.earlyStopping({ monitor: 'val_acc' }) });`;

describe('what tfjs warns of', () => {
  it.each([
    ['en', 'Metric for EarlyStopping val_acc is not available. Available metrics are: loss'],
    ['es', 'earlyStopping vigila «val_acc», y este entrenamiento no tiene esa medida. Tiene: loss.'],
  ] as const)('is a warning of the cell, once a run, in %s', async (language, text) => {
    lesson = createTestLesson({ language });
    for (const _run of [1, 2]) {
      expect(partsOf((await lesson.run(watching)).outputs, 'text')).toEqual([
        { kind: 'text', level: 'warn', text },
      ]);
    }
  });

  it('stays as it is where there are no other words', async () => {
    lesson = createTestLesson({ language: 'es' });
    const { outputs } = await lesson.run('globalThis.console.warn("some library:", 5, [1]);');
    expect(partsOf(outputs, 'text')).toEqual([{ kind: 'text', level: 'warn', text: 'some library: 5 [1]' }]);
  });

  it('of a backend that fails shows no stack of ours', async () => {
    lesson = createTestLesson();
    const { outputs } = await lesson.run(`
      tf.registerBackend('broken', () => { throw new Error('no such device'); });
      let said = ''; try { await tf.setBackend('broken'); } catch {} finally { await tf.setBackend('cpu'); tf.removeBackend('broken'); }`);
    expect(textOf({ outputs })).toBe('Initialization of backend broken failed\nError: no such device');
  });
});
