import { describe, expect, it } from 'vitest';
import { errorOf, useTestLesson, valuesOf } from '../../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 30_000 });

/** Runs cells in a new kernel and returns the value that the last one showed. */
async function runAll(seed: number, cells: readonly string[]): Promise<string> {
  lesson.open({ seed });
  let shown = '';
  for (const [index, source] of cells.entries()) {
    const state = await lesson.run(source, `c${index}`);
    if (state.status !== 'done') throw new Error(errorOf(state).what);
    shown = valuesOf(state)[0] ?? '';
  }
  return shown;
}

const training = [
  `const xs = tf.randomNormal([96, 6]); const ys = tf.randomUniform([96, 2]);
   const model = tf.sequential({ layers: [
     tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }),
     tf.layers.dropout({ rate: 0.4 }),
     tf.layers.dense({ units: 2, kernelInitializer: 'orthogonal' }),
   ] });
   model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });`,
  `const { history } = await model.fit(xs, ys, { epochs: 6, batchSize: 16, shuffle: true, validationSplit: 0.25 });
   JSON.stringify(history)`,
];

describe('a seed', () => {
  it('reproduces the losses of a training with dropout and shuffling', async () => {
    const first = await runAll(7, training);
    expect(JSON.parse(JSON.parse(first)).loss).toHaveLength(6);
    expect(await runAll(7, training)).toBe(first);
  });

  it('gives other losses than another seed', async () => {
    expect(await runAll(8, training)).not.toBe(await runAll(7, training));
  });

  it('determines Math.random, and running a cell again continues the stream', async () => {
    lesson.open({ seed: 3 });
    const cell = 'JSON.stringify([Math.random(), Math.random()])';
    const [first, second] = [valuesOf(await lesson.run(cell))[0], valuesOf(await lesson.run(cell))[0]];
    expect(first).not.toBe(second);
    lesson.session.restart();
    expect([valuesOf(await lesson.run(cell))[0], valuesOf(await lesson.run(cell))[0]]).toEqual([
      first,
      second,
    ]);
  });

  it('is in the state of a run that drew random numbers, and of no other', async () => {
    lesson.open({ seed: 3 });
    expect((await lesson.run('Math.random()')).seed).toBe(3);
    expect((await lesson.run('tf.ones([2])')).seed).toBeNull();
    expect((await lesson.run('tf.dropout(tf.ones([64]), 0.5)')).seed).toBe(3);
    expect((await lesson.run('await tf.data.array([1, 2]).shuffle(2).toArray()')).seed).toBe(3);
    expect((await lesson.run('1 +')).seed).toBeNull();
  });
});

/** All random functions of tfjs. */
const sources: Readonly<Record<string, string>> = {
  randomNormal: 'tf.randomNormal([5]).arraySync()',
  truncatedNormal: 'tf.truncatedNormal([5]).arraySync()',
  randomUniform: 'tf.randomUniform([5]).arraySync()',
  randomUniformInt: 'tf.randomUniformInt([5], 0, 1e6).arraySync()',
  randomStandardNormal: 'tf.randomStandardNormal([5]).arraySync()',
  randomGamma: 'tf.randomGamma([5], 2).arraySync()',
  multinomial: 'tf.multinomial(tf.zeros([64]), 12).arraySync()',
  dropout: 'tf.dropout(tf.ones([64]), 0.5).arraySync()',
  rand: 'tf.rand([5], () => tf.util.randUniform(0, 1)).arraySync()',
  'util.shuffle': '(() => { const a = [...Array(20).keys()]; tf.util.shuffle(a); return a; })()',
  'util.shuffleCombo':
    '(() => { const a = [...Array(20).keys()], b = [...a]; tf.util.shuffleCombo(a, b); return [a, b]; })()',
  'data.shuffle': 'await tf.data.array([...Array(30).keys()]).shuffle(30).toArray()',
  'iterator.shuffle':
    'await (async () => { const it = (await tf.data.array([...Array(30).keys()]).iterator()).shuffle(30); return it.toArray(); })()',
  ...Object.fromEntries(
    [
      'glorotNormal',
      'glorotUniform',
      'heNormal',
      'heUniform',
      'leCunNormal',
      'leCunUniform',
      'randomNormal',
      'randomUniform',
      'truncatedNormal',
      'varianceScaling',
      'orthogonal',
    ].map((name) => [
      `initializers.${name}`,
      `tf.initializers.${name}({ ${name === 'orthogonal' ? 'gain: 1' : ''} }).apply([4, 4]).arraySync()`,
    ]),
  ),
  gaussianNoise:
    'tf.layers.gaussianNoise({ stddev: 1, inputShape: [5] }).apply(tf.ones([1, 5]), { training: true }).arraySync()',
  gaussianDropout:
    'tf.layers.gaussianDropout({ rate: 0.4 }).apply(tf.ones([1, 5]), { training: true }).arraySync()',
  alphaDropout:
    'tf.layers.alphaDropout({ rate: 0.4 }).apply(tf.ones([1, 64]), { training: true }).arraySync()',
};

describe.each(Object.entries(sources))('%s', (_name, source) => {
  const cell = `JSON.stringify([${source}, ${source}])`;
  it('is reproducible by the seed and continues the stream within a run', async () => {
    const first = await runAll(11, [cell]);
    const [once, again]: unknown[] = JSON.parse(JSON.parse(first));
    expect(again).not.toEqual(once);
    expect(await runAll(11, [cell])).toBe(first);
    expect(await runAll(12, [cell])).not.toBe(first);
  });
});
