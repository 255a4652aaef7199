import { describe, expect, it } from 'vitest';
import type { CellState } from '../../src/lessons-runtime/host/cell-state.ts';
import { partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 60_000 });

const tensors = (): number => lesson.memories.at(-1)?.tensors ?? Number.NaN;
const bytes = (): number => lesson.memories.at(-1)?.bytes ?? Number.NaN;
const notes = ({ outputs }: Pick<CellState, 'outputs'>): readonly string[] =>
  partsOf(outputs, 'note').map(({ text }) => text);

/** Runs a cell `times` times and returns the number of tensors after each run. */
async function counts(times: number, source: string, cell = 'a'): Promise<readonly number[]> {
  const all: number[] = [];
  for (let run = 0; run < times; run++) {
    const { status } = await lesson.run(source, cell);
    expect(status).toBe('done');
    all.push(tensors());
  }
  return all;
}

const training = `
const model = tf.sequential({ layers: [
  tf.layers.dense({ units: 4, inputShape: [3], activation: 'relu' }),
  tf.layers.batchNormalization(),
  tf.layers.dropout({ rate: 0.2 }),
  tf.layers.dense({ units: 1 }),
] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError', metrics: ['mse'] });
const xs = tf.randomNormal([16, 3]); const ys = tf.ones([16, 1]);
const history = await model.fit(xs, ys, { epochs: 2, batchSize: 8, validationSplit: 0.25 });
display(model.predict(xs));
model`;

describe('repeated runs of a training cell', () => {
  it('keep the number of tensors constant without a note, over 200 runs', async () => {
    const all = await counts(200, training);
    expect(new Set(all)).toEqual(new Set([all[0]]));
    expect(notes(lesson.session.cell('a'))).toEqual([]);
  });

  it('keep the number of tensors constant with a backbone of another cell', async () => {
    await lesson.run(
      `const backbone = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });
       backbone.trainable = false; const xs = tf.ones([8, 3]); const ys = tf.ones([8, 1]);`,
      'backbone',
    );
    const heads = [
      `const model = tf.sequential({ layers: [backbone, tf.layers.dense({ units: 1 })] });`,
      `const head = tf.layers.dense({ units: 1 });
       const model = tf.model({ inputs: backbone.inputs, outputs: head.apply(backbone.outputs[0]) });`,
      `const input = tf.input({ shape: [3] });
       const model = tf.model({ inputs: input, outputs: tf.layers.dense({ units: 1 }).apply(backbone.apply(input)) });`,
    ];
    for (const [place, head] of heads.entries()) {
      const all = await counts(
        30,
        `${head} model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
         await model.fit(xs, ys, { epochs: 1 }); 0`,
        `head-${place}`,
      );
      expect(new Set(all).size, head).toBe(1);
    }
    expect((await lesson.run('backbone.predict(xs).dispose(); "alive"', 'check')).status).toBe('done');
  });

  it('keep the number constant and report leaks of unnamed data and results', async () => {
    const source = `
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      await model.fit(tf.ones([8, 3]), tf.ones([8, 1]), { epochs: 1 });
      model.evaluate(tf.ones([8, 3]), tf.ones([8, 1])).dataSync()[0]`;
    const all = await counts(50, source);
    expect(new Set(all).size).toBe(1);
    expect(notes(lesson.session.cell('a'))[0]).toContain('leaves 5 tensors');
  });
});

describe('running a cell again', () => {
  it('frees displayed tensors', async () => {
    const all = await counts(
      5,
      `display(tf.ones([2]), [tf.ones([3]), { deep: tf.ones([4]) }]); const kept = tf.zeros([5]); tf.ones([6])`,
    );
    expect(new Set(all).size).toBe(1);
    expect(notes(lesson.session.cell('a'))).toEqual([]);
  });

  it('frees tensors in its variables and in their structures', async () => {
    const all = await counts(
      5,
      `var plain = tf.ones([2]); let list = [tf.ones([3])]; const map = new Map([['k', { t: tf.ones([4]) }]]);
       class Holder { t = tf.ones([5]); } const holder = new Holder(); const v = tf.variable(tf.ones([6]), true, 'mine');`,
    );
    expect(all[4]).toBe(all[0]);
  });

  it('keeps a tensor that another name refers to', async () => {
    await lesson.run('const xs = tf.tensor1d([1, 2, 3]);', 'a');
    await lesson.run('const other = { deep: [xs] }; const view = new Set([xs]);', 'b');
    await lesson.run('const xs = tf.tensor1d([4]);', 'a');
    const state = await lesson.run('[other.deep[0].sum().dataSync()[0], xs.dataSync()[0]].join()', 'c');
    expect(valuesOf(state)).toEqual(['"6,4"']);
    // It is freed when no name refers to it.
    const before = tensors();
    await lesson.run('const other = 0; const view = 0;', 'b');
    expect(tensors()).toBe(before - 1);
  });

  it('keeps a tensor referred to by an attribute, a getter, a symbol, a prototype or a static field', async () => {
    await lesson.run(
      'const make = () => tf.scalar(7); const [p, q, r, s, u] = [make(), make(), make(), make(), make()];',
      'a',
    );
    await lesson.run(
      `const label = tf.scalar(0); label.of = p;
       const byGetter = { get t() { return byGetter.kept; } }; byGetter.kept = q;
       const bySymbol = { [Symbol('x')]: r };
       const child = Object.create({ up: s });
       class C { static shared = u }`,
      'b',
    );
    await lesson.run(
      'const make = () => tf.scalar(8); const [p, q, r, s, u] = [make(), make(), make(), make(), make()];',
      'a',
    );
    const state = await lesson.run(
      `[label.of, byGetter.t, bySymbol[Object.getOwnPropertySymbols(bySymbol)[0]], child.up, C.shared].map((t) => t.dataSync()[0]).join()`,
      'c',
    );
    expect(valuesOf(state)).toEqual(['"7,7,7,7,7"']);
  });

  it('keeps tensors that a dataset or a gradient function was created with', async () => {
    await lesson.run('const make = () => tf.scalar(7); const [p, q, r] = [make(), make(), make()];', 'a');
    await lesson.run(
      `const list = tf.data.array([p]).map((t) => t).take(1);
       const pair = tf.data.zip({ a: tf.data.array([q]), b: tf.data.generator(function* () { yield 1; }) });
       const slope = tf.grad(Object.assign((x) => x.mul(slope.w ?? 1).sum(), { r }));`,
      'b',
    );
    const state = await lesson.run(
      'const make = () => tf.scalar(8); const [p, q, r] = [make(), make(), make()];',
      'a',
    );
    expect(notes(state)).toEqual([]);
    const held = await lesson.run(
      '[(await list.toArray())[0], (await pair.toArray())[0].a].map((t) => t.isDisposed).join()',
      'c',
    );
    expect(valuesOf(held)).toEqual(['"false,false"']);
    const before = tensors();
    await lesson.run('const list = 0; const pair = 0; const slope = 0;', 'b');
    expect(tensors()).toBe(before - 3);
  });

  it('keeps a tensor on the global object', async () => {
    await lesson.run('globalThis.__kept = tf.scalar(3); 0', 'a');
    await lesson.run('0', 'a');
    expect(valuesOf(await lesson.run('globalThis.__kept.dataSync()[0]', 'b'))).toEqual(['3']);
    await lesson.run('delete globalThis.__kept; 0', 'b');
  });
});

describe('nothing is freed, and a note says so, if a tensor may be held by', () => {
  const hiding: Readonly<Record<string, string>> = {
    'a closure': 'const hide = (() => { const mine = xs; return () => mine; })(); const get = () => hide();',
    'a closure in an object':
      'const hide = [1].map(() => ({ of: ((mine) => () => mine)(xs) })); const get = () => hide[0].of();',
    'a private field':
      'class Hide { #t; constructor(t) { this.#t = t; } get() { return this.#t; } } const hide = new Hide(xs); const get = () => hide.get();',
    'a promise': 'const hide = Promise.resolve(xs); const get = () => hide;',
    'a generator':
      'function* give(t) { yield t; } const hide = give(xs); const get = () => hide.next().value;',
    'a WeakMap': 'const key = {}; const hide = new WeakMap([[key, xs]]); const get = () => hide.get(key);',
    'a bound function': 'const hide = xs.clone.bind(xs); const get = () => hide();',
    'a gradient function':
      'const hide = ((mine) => tf.grad((x) => x.mul(mine).sum()))(xs); const get = () => hide(tf.ones([3])).mul(tf.tensor1d([1, 1, 1]));',
    'a proxy':
      'const hide = new Proxy({}, { ownKeys() { throw new Error("no"); }, get: (_t, k) => (k === "t" ? keep.t : undefined) }); const keep = { t: xs }; const get = () => hide.t;',
  };

  it.each(Object.entries(hiding))('%s', async (_name, source) => {
    await lesson.run('const xs = tf.tensor1d([1, 2, 3]);', 'a');
    expect((await lesson.run(`${source} 0`, 'b')).status).toBe('done');
    const state = await lesson.run('const xs = tf.tensor1d([4, 5, 6]);', 'a');
    if (_name !== 'a proxy') {
      expect(notes(state)[0]).toMatch(
        /^Of this cell’s earlier run, 1 tensor \(12 B\) is not freed: `(hide|Hide)` may/,
      );
    }
    const sum = await lesson.run('(await get()).sum().dataSync()[0]', 'c');
    expect(valuesOf(sum)).toEqual(['6']);
  });

  it('a pending timer', async () => {
    await lesson.run(
      `const xs = tf.tensor1d([1, 2, 3]);
       let result = 0; ((mine) => setTimeout(() => { result = mine.sum().dataSync()[0]; }, 100))(xs); 0`,
      'a',
    );
    const again = await lesson.run('const xs = tf.tensor1d([4]); let result = 0; 0', 'a');
    expect(notes(again)[0]).toContain('something that was not awaited may still use it');
    await new Promise((done) => setTimeout(done, 150));
    expect(valuesOf(await lesson.run('result', 'b'))).toEqual(['6']);
  });

  it('a training that was not awaited', async () => {
    await lesson.run(
      `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
       model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
       const xs = tf.ones([4, 1]); let ended = 0;
       model.fit(xs, xs, { epochs: 40 }).then(({ epoch }) => { ended = epoch.length; }); 0`,
      'a',
    );
    await lesson.run('const xs = 0; const model = 0; 0', 'a');
    await new Promise((done) => setTimeout(done, 300));
    expect(valuesOf(await lesson.run('ended', 'b'))).toEqual(['40']);
  });
});

describe('a run that leaks tensors', () => {
  it('reports their number, size, lines and a remedy', async () => {
    lesson.open({ language: 'es' });
    const state = await lesson.run(`const xs = tf.ones([100]);
for (let n = 0; n < 3; n++) {
  xs.add(n);
}
const y = xs.mul(2).add(1);`);
    expect(notes(state)).toEqual([
      'Esta ejecución deja 4 tensores (1,6 kB) que ningún nombre alcanza: línea 3 (3) y línea 5. Haz el cálculo dentro de `tf.tidy(() => …)`, o llama a `.dispose()` cuando ya no lo necesites: en un bucle se acumularían.',
    ]);
    expect(partsOf(state.outputs, 'note')[0]?.level).toBe('info');
  });

  it('names the cell whose function created them', async () => {
    await lesson.run('function square(t) {\n  return t.mul(1).mul(t);\n}', 'tools');
    const state = await lesson.run('const x = tf.scalar(2); const z = square(x);');
    expect(notes(state)[0]).toContain('line 2 of the cell tools');
  });

  it('reports variables and kept tensors', async () => {
    const state = await lesson.run(`(() => {
  tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] }).build?.();
  tf.tidy(() => { tf.keep(tf.ones([4])); });
})(); 0`);
    expect(notes(state)[0]).toContain('leaves 3 tensors (28 B)');
    expect(notes(state)[0]).toContain('line 3');
  });

  it('counts correctly if it disposes of other tensors and earlier runs leaked', async () => {
    await lesson.run('const big = tf.ones([1000]); const more = tf.ones([10]); tf.ones([3]).add(1); 0', 'a');
    const state = await lesson.run(
      'big.dispose(); more.dispose(); more.isDisposed; tf.ones([3]).add(1); 0',
      'b',
    );
    expect(notes(state)[0]).toContain('leaves 2 tensors (24 B)');
  });

  it('has no note if it leaks none', async () => {
    const quiet = [
      'const t = tf.ones([3]); t',
      'const u = tf.tidy(() => t.add(1).mul(2));',
      't.add(1)',
      'display(t.add(2));',
      'const rest = []; for (let n = 0; n < 9; n++) rest.push(t.add(n));',
      'rest.forEach((each) => each.dispose()); const done = true;',
      'const cache = (() => { const mine = tf.ones([4]); return () => mine; })();',
      'await tf.data.array([1, 2, 3]).batch(2).forEachAsync((b) => b.dispose());',
      'const sum = t.sum(); const number = (await sum.data())[0]; sum.dispose(); number',
    ];
    for (const [place, source] of quiet.entries()) {
      const state = await lesson.run(source, `q${place}`);
      expect(state.status, source).toBe('done');
      expect(notes(state), source).toEqual([]);
    }
  });

  it('has no note if it failed or was stopped', async () => {
    expect(notes(await lesson.run('tf.ones([2]).add(1); throw new Error("x");'))).toEqual([]);
    const running = lesson.run('tf.ones([2]).add(1); for (;;) await tf.nextFrame();', 'b');
    await new Promise((done) => setTimeout(done, 100));
    lesson.session.stop();
    expect((await running).status).toBe('stopped');
    expect(notes(lesson.session.cell('b'))).toEqual([]);
  });

  it('reports the line for ten thousand tensors', async () => {
    const state = await lesson.run('for (let n = 0; n < 10_000; n++) tf.scalar(n);\n0');
    expect(notes(state)[0]).toContain('10,000 tensors (40 kB)');
    expect(notes(state)[0]).toMatch(/line 1/);
  });
});

it('reports memory once a second during a run', async () => {
  const running = lesson.run(
    'for (let n = 0; n < 25; n++) { const t = tf.ones([250]); t.dispose(); await new Promise((done) => setTimeout(done, 100)); }',
  );
  const { memories } = lesson;
  await running;
  expect(memories.length).toBeGreaterThanOrEqual(3);
  expect(memories.length).toBeLessThanOrEqual(4);
  expect(bytes()).toBeGreaterThanOrEqual(0);
});
