import { describe, expect, it } from 'vitest';
import { partsOf, textOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

const network = `
  const model = tf.sequential({ layers: [tf.layers.dense({ name: 'head', units: 2, inputShape: [3] })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

describe('output that tfjs prints', () => {
  it('is shown in the cell in order', async () => {
    const { outputs } = await lesson.run(`
      tf.tidy(() => {
        console.log('first'); tf.tensor1d([1, 2]).print(); display(7); tf.print(tf.scalar(3)); console.log('last');
      });`);
    expect(outputs.map(({ kind }) => kind)).toEqual(['text', 'value', 'text']);
    expect(textOf({ outputs })).toBe('first\nTensor\n    [1, 2]\nTensor\n    3\nlast');
    expect(partsOf(outputs, 'text').map(({ level }) => level)).toEqual(['log', 'log']);
  });

  it('includes a model’s summary, unless the learner passes a print function', async () => {
    const text = textOf(await lesson.run(`${network}\nmodel.summary();`));
    expect(text).toMatch(/head \(Dense\) +\[\[null,3\]\] +\[null,2\] +8/);
    expect(text).toContain('Trainable params: 8');
    const own = await lesson.run(
      'const lines = []; model.summary(60, undefined, (line) => lines.push(line)); lines[0].length',
      'b',
    );
    expect([textOf(own), valuesOf(own)]).toEqual(['', ['60']]);
  });

  it('counts towards the cell’s output budget', async () => {
    const lines = textOf(
      await lesson.run('const t = tf.scalar(1); for (let i = 0; i < 6000; i++) t.print();'),
    ).split('\n');
    expect(lines.at(-1)).toBe('… too much output: what follows is left out.');
    expect(lines.length).toBeLessThanOrEqual(10_001);
  });

  it('belongs to the running cell, or else to the last one', async () => {
    await lesson.run(
      'let release; const later = new Promise((done) => { release = done; });\nlater.then(() => tf.scalar(5).print());\n0',
    );
    await lesson.run('release(); await later;', 'b');
    expect([textOf({ outputs: lesson.outputs('a') }), textOf({ outputs: lesson.outputs('b') })]).toEqual([
      '',
      'Tensor\n    5',
    ]);
  });

  it('is empty for a training', async () => {
    const { outputs } = await lesson.run(
      `${network}\nawait model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 2 }); 0`,
    );
    expect(partsOf(outputs, 'text')).toEqual([]);
  });
});

const watching = `${network}
  await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 3, verbose: 0, callbacks: tf.callbacks.earlyStopping({ monitor: 'val_acc' }) });`;

describe('a warning of tfjs', () => {
  it.each([
    ['en', 'Metric for EarlyStopping val_acc is not available. Available metrics are: loss'],
    ['es', 'earlyStopping vigila «val_acc», y este entrenamiento no tiene esa medida. Tiene: loss.'],
  ] as const)('is shown once in a run, in %s', async (language, text) => {
    lesson.open({ language });
    for (const _run of [1, 2]) {
      expect(partsOf((await lesson.run(watching)).outputs, 'text')).toEqual([
        { kind: 'text', level: 'warn', text },
      ]);
    }
  });

  it('keeps its text if it is not translated', async () => {
    lesson.open({ language: 'es' });
    const { outputs } = await lesson.run('globalThis.console.warn("some library:", 5, [1]);');
    expect(partsOf(outputs, 'text')).toEqual([{ kind: 'text', level: 'warn', text: 'some library: 5 [1]' }]);
  });

  it('of a failing backend has no stack', async () => {
    const { outputs } = await lesson.run(`
      tf.registerBackend('broken', () => { throw new Error('no such device'); });
      let unused = ''; try { await tf.setBackend('broken'); } catch {} finally { await tf.setBackend('cpu'); tf.removeBackend('broken'); }`);
    expect(textOf({ outputs })).toBe('Initialization of backend broken failed\nError: no such device');
  });
});
