import { describe, expect, it, vi } from 'vitest';
import { errorOf, partsOf, textOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

const kinds = () => lesson.outputs().map(({ kind }) => kind);

describe('the console', () => {
  it('prints like a console, with a part for each level', async () => {
    const { outputs } = await lesson.run(`
      console.log('loss', 0.5, [1, 2], { a: null }, undefined, -0, 3n);
      console.info('i'); console.warn('w'); console.error(new RangeError('far'));`);
    expect(outputs).toEqual([
      { kind: 'text', level: 'log', text: 'loss 0.5 [1, 2] { a: null } undefined -0 3n' },
      { kind: 'text', level: 'info', text: 'i' },
      { kind: 'text', level: 'warn', text: 'w' },
      { kind: 'text', level: 'error', text: 'RangeError: far' },
    ]);
  });

  it('supports count, assert, time and table', async () => {
    const { outputs } = await lesson.run(`
      console.count(); console.count(); console.countReset(); console.count();
      console.assert(true, 'no'); console.assert(1 > 2, 'yes');
      console.time('t'); console.timeEnd('t'); console.timeEnd('t');
      console.table([{ a: 1, b: 'x' }, { a: 2 }]);`);
    expect(textOf({ outputs })).toMatch(
      /^default: 1\ndefault: 2\ndefault: 1\nAssertion failed yes\nt: \d+\.\d ms$/,
    );
    expect(partsOf(outputs, 'table')).toEqual([
      {
        kind: 'table',
        columns: ['a', 'b'],
        rows: [
          [1, 'x'],
          [2, ''],
        ],
        numeric: [true, false],
        types: ['number', 'string'],
        omitted: 0,
      },
    ]);
  });

  it('truncates 100,000 lines with a warning, in few messages', async () => {
    const { outputs, status } = await lesson.run('for (let i = 0; i < 100_000; i++) console.log(i);');
    expect(status).toBe('done');
    const lines = textOf({ outputs }).split('\n');
    expect(lines).toHaveLength(5001);
    expect(lines.at(-2)).toBe('4999');
    expect(lines.at(-1)).toBe('… too much output: what follows is left out.');
    expect(lesson.history.length).toBeLessThan(200);
    expect(textOf(await lesson.run('console.log("again")'))).toBe('again');
  });

  it('truncates text that is too long for a page', async () => {
    const { outputs } = await lesson.run(
      'console.log("x".repeat(5e7)); for (let i = 0; i < 4000; i++) console.log("y".repeat(9000));',
    );
    expect(textOf({ outputs }).length).toBeLessThan(2_000_000);
    expect(textOf({ outputs })).toContain('left out');
  });

  it('sends output during a busy loop', async () => {
    await lesson.run(`
      const began = Date.now(); let printed = 0;
      while (Date.now() - began < 400) { if (printed < (Date.now() - began) / 20) console.log(printed++); }`);
    const texts = lesson.history.filter(([, { outputs }]) => outputs.length > 0);
    expect(texts.length).toBeGreaterThan(3);
  });
});

describe('display', () => {
  it('keeps the order of displayed and printed output', async () => {
    await lesson.run(`
      console.log('1');
      display(2);
      console.log('3');
      display(tf.tensor1d([4]));
      console.log('5');
      display([{ six: 6 }]);
      console.warn('7');
      8`);
    const { outputs } = lesson.session.cell('a');
    expect(kinds()).toEqual(['text', 'value', 'text', 'tensor', 'text', 'table', 'text', 'value']);
    expect(textOf({ outputs })).toBe('1\n3\n5\n7');
  });

  it('shows a tensor that is disposed of right after display', async () => {
    const { outputs } = await lesson.run(
      'const t = tf.tensor2d([[1, 2, 3], [4, 5, 6]]); display(t); t.dispose();',
    );
    expect(outputs).toEqual([
      {
        kind: 'tensor',
        shape: [2, 3],
        dtype: 'float32',
        preview: expect.stringMatching(/\[\[1, 2, 3\],\s+\[4, 5, 6\]\]/),
        range: { min: 1, max: 6, mean: 3.5 },
      },
    ]);
  });

  it('counts NaN and infinities in tensors', async () => {
    const { outputs } = await lesson.run(
      'display(tf.tensor1d([1, NaN, 3])); display(tf.tensor1d([NaN])); display(tf.tensor1d([Infinity, -Infinity]))',
    );
    expect(
      partsOf(outputs, 'tensor').map(({ range, nan = 0, infinite = 0 }) => ({ range, nan, infinite })),
    ).toEqual([
      { range: { min: 1, max: 3, mean: 2 }, nan: 1, infinite: 0 },
      { range: null, nan: 1, infinite: 0 },
      { range: null, nan: 0, infinite: 2 },
    ]);
  });

  it('shows scalars, empty tensors, strings, integers, booleans and disposed tensors', async () => {
    const { outputs } = await lesson.run(`
      const gone = tf.scalar(1); gone.dispose();
      display(tf.scalar(3), tf.zeros([0, 2]), tf.tensor1d(['a', 'b']), tf.tensor1d([1, 2], 'int32'),
        tf.tensor1d([true, false]), gone);`);
    expect(partsOf(outputs, 'tensor').map(({ shape, dtype, range }) => ({ shape, dtype, range }))).toEqual([
      { shape: [], dtype: 'float32', range: { min: 3, max: 3, mean: 3 } },
      { shape: [0, 2], dtype: 'float32', range: null },
      { shape: [2], dtype: 'string', range: null },
      { shape: [2], dtype: 'int32', range: { min: 1, max: 2, mean: 1.5 } },
      { shape: [2], dtype: 'bool', range: { min: 0, max: 1, mean: 0.5 } },
      { shape: [], dtype: 'float32', range: null },
    ]);
    expect(partsOf(outputs, 'tensor').map(({ preview, disposed }) => disposed ?? preview)).toEqual([
      '3',
      '[]',
      "['a', 'b']",
      '[1, 2]',
      '[true, false]',
      true,
    ]);
  });

  it('shows the names of a variable and of a layer’s weight', async () => {
    const { outputs } = await lesson.run(`
      const layer = tf.layers.dense({ name: 'head', units: 1, inputShape: [2], trainable: false });
      tf.sequential({ layers: [layer] });
      display(tf.variable(tf.scalar(1), true, 'step'), layer.weights[0]);`);
    expect(partsOf(outputs, 'tensor').map(({ shape, variable }) => ({ shape, variable }))).toEqual([
      { shape: [], variable: { name: 'step', trainable: true } },
      { shape: [2, 1], variable: { name: 'head/kernel' } },
    ]);
  });

  it('shows a huge tensor, and pictures for tensors that look like them', async () => {
    const { outputs } = await lesson.run(
      'display(tf.ones([10_000_000])); display(tf.ones([20, 9, 8, 3]).mul(0.5)); display(tf.ones([3, 3, 3]))',
    );
    const [huge, batch, kernel] = partsOf(outputs, 'tensor');
    expect(huge?.preview).toBe('[1, 1, 1, ..., 1, 1, 1]');
    expect(batch?.pictures).toMatchObject({ width: 8, height: 9, count: 16, total: 20, values: '0..1' });
    expect(batch?.pictures?.pixels.byteLength).toBe(16 * 9 * 8 * 4);
    expect(kernel?.pictures).toBeUndefined();
  });

  it('shows the history of a training, an optimizer and a single layer', async () => {
    const { outputs } = await lesson.run(`
      const layer = tf.layers.dense({ name: 'head', units: 2 });
      display(layer);
      const net = tf.sequential({ layers: [tf.layers.reLU({ inputShape: [3] }), layer] });
      net.compile({ optimizer: tf.train.sgd(0.5), loss: 'meanSquaredError', metrics: ['mae'] });
      display(await net.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 3 }), net.optimizer, layer);`);
    expect(partsOf(outputs, 'model').map(({ layers }) => layers)).toEqual([
      [{ name: 'head', type: 'Dense', outputShape: '?', parameters: null, trainable: true }],
      [{ name: 'head', type: 'Dense', outputShape: '[null, 2]', parameters: 8, trainable: true }],
    ]);
    expect(partsOf(outputs, 'table')).toMatchObject([
      {
        title: 'History',
        columns: ['epoch', 'loss', 'mae'],
        rows: [
          [1, 0, 0],
          [2, 0, 0],
          [3, 0, 0],
        ],
      },
    ]);
    expect(partsOf(outputs, 'value').map(({ value }) => [value.text, value.entries])).toEqual([
      ['SGD', [['learningRate', { type: 'number', text: '0.5' }]]],
    ]);
  });

  it('shows the shape of each output of a layer', async () => {
    const { outputs } = await lesson.run(`
      const memory = tf.layers.lstm({ units: 2, returnState: true });
      memory.apply(tf.input({ shape: [5, 3] }));
      memory`);
    expect(partsOf(outputs, 'model')[0]?.layers[0]?.outputShape).toBe('[null, 2] [null, 2] [null, 2]');
  });

  it('shows Markdown without interpreting HTML', async () => {
    const { outputs } = await lesson.run('display.markdown("**two** <b>words</b>"); display.markdown(7);');
    expect(outputs).toEqual([
      { kind: 'markdown', text: '**two** <b>words</b>' },
      { kind: 'markdown', text: '7' },
    ]);
  });

  it('shows where a displayed error was created', async () => {
    const { outputs, status } = await lesson.run("const e = new Error('kept');\n\ndisplay(e);");
    expect(status).toBe('done');
    expect(partsOf(outputs, 'value')[0]?.value.entries).toEqual([
      ['stack', { type: 'place', text: 'a:1:11' }],
    ]);
  });

  it('shows which parameters of a model are trainable', async () => {
    const { outputs } = await lesson.run(`
      const m = tf.sequential({ name: 'net', layers: [
        tf.layers.dense({ name: 'frozen', units: 4, inputShape: [3], trainable: false }),
        tf.layers.batchNormalization({ name: 'norm' }),
        tf.layers.dense({ name: 'head', units: 2 }),
      ] });
      m`);
    expect(outputs).toEqual([
      {
        kind: 'model',
        name: 'net',
        layers: [
          { name: 'frozen', type: 'Dense', outputShape: '[null, 4]', parameters: 16, trainable: false },
          {
            name: 'norm',
            type: 'BatchNormalization',
            outputShape: '[null, 4]',
            parameters: 16,
            trainable: true,
          },
          { name: 'head', type: 'Dense', outputShape: '[null, 2]', parameters: 10, trainable: true },
        ],
        parameters: 42,
        // As Keras counts: BatchNormalization's moving mean and variance are not trained.
        trainableParameters: 18,
      },
    ]);
  });

  it('excludes the parameters of a frozen model and of frozen nested layers', async () => {
    const { outputs } = await lesson.run(`
      const inner = tf.sequential({ layers: [
        tf.layers.dense({ units: 2, inputShape: [2] }), tf.layers.dense({ units: 2 }),
      ] });
      inner.layers[0].trainable = false;
      const outer = tf.sequential({ layers: [inner, tf.layers.dense({ units: 1 })] });
      display(outer);
      outer.trainable = false;
      display(outer);`);
    expect(
      partsOf(outputs, 'model').map(({ parameters, trainableParameters, layers }) => ({
        parameters,
        trainableParameters,
        trainable: layers.map(({ trainable }) => trainable),
      })),
    ).toEqual([
      { parameters: 15, trainableParameters: 9, trainable: [false, true, true] },
      { parameters: 15, trainableParameters: 0, trainable: [false, false, false] },
    ]);
  });

  it('shows a model without layers', async () => {
    const { outputs } = await lesson.run('tf.sequential({ name: "empty" })');
    expect(outputs).toEqual([
      { kind: 'model', name: 'empty', layers: [], parameters: 0, trainableParameters: 0 },
    ]);
  });

  it.each([
    ['a function', '(function add(a, b) {})', 'ƒ add'],
    ['a class', 'class Point {}; Point', 'class Point'],
    ['a symbol', 'Symbol("s")', 'Symbol(s)'],
    ['an instance', 'class P { x = 1; #y = 2 }; new P()', 'P'],
    ['a class with a strange name', 'class Q { static name() {} }; new Q()', 'Object'],
    [
      'a proxy that throws',
      'display(new Proxy({}, { get() { throw 1 }, ownKeys() { throw 2 }, getPrototypeOf() { throw 3 } }))',
      '(…)',
    ],
    ['a function whose name throws', 'Object.defineProperty(() => {}, "name", { get() { throw 1 } })', '(…)'],
    ['a getter that throws', '({ get bad() { throw new Error("no") } })', 'Object'],
    ['an error', 'new RangeError("far")', 'RangeError: far'],
    ['a worker’s own object', 'new AbortController()', 'AbortController'],
    ['a WeakMap', 'new WeakMap()', 'WeakMap'],
    ['an object without a prototype', 'Object.create(null)', 'Object'],
    ['rows with a getter that throws', '[{ get bad() { throw new Error("no") } }]', 'Array(1)'],
    ['rows that are proxies', '[new Proxy({}, { ownKeys() { throw 2 } })]', 'Array(1)'],
    ['rows with a hole', '[{ a: 1 }, , { a: 2 }]', 'Array(3)'],
    ['a cycle', 'const o = {}; o.self = o; o', 'Object'],
    ['a huge array', 'new Array(3e7).fill(0)', 'Array(30000000)'],
    ['a sparse array', '(() => { const a = []; a[4e9] = 1; return a })()', 'Array(4000000001)'],
    ['a huge typed array', 'new Float32Array(5e7)', 'Float32Array(50000000)'],
    ['a huge map', 'new Map(Array.from({ length: 3e5 }, (_, i) => [i, i]))', 'Map(300000)'],
  ])('shows %s', async (_, source, text) => {
    const state = await lesson.run(source);
    expect(partsOf(state.outputs, 'error')).toEqual([]);
    expect(state.status).toBe('done');
    expect(valuesOf(state)).toEqual([text]);
  });

  it('truncates a large nested array', async () => {
    const state = await lesson.run('await tf.zeros([16, 96, 96, 3]).array()');
    expect(valuesOf(state)).toEqual(['Array(16)']);
    expect(JSON.stringify(state.outputs).length).toBeLessThan(1_000_000);
  });

  it('shows a nested or printed tensor by shape and type', async () => {
    const state = await lesson.run('const x = tf.zeros([2, 3]); console.log(x); ({ x })');
    expect(textOf(state)).toBe('Tensor [2, 3] float32');
    const [part] = partsOf(state.outputs, 'value');
    expect(part?.value.entries).toEqual([['x', { type: 'object', text: 'Tensor [2, 3] float32' }]]);
  });

  it('truncates the output of a loop that displays many values', async () => {
    const { outputs, status } = await lesson.run('for (let i = 0; i < 20_000; i++) display(i);');
    expect(status).toBe('done');
    expect(outputs.length).toBeLessThan(1_100);
    expect(outputs.at(-1)).toMatchObject({ kind: 'text', text: expect.stringContaining('left out') });
  });

  it('fails the run if a tensor cannot be read, and later runs work', async () => {
    const state = await lesson.run(
      'const t = tf.scalar(1); t.clone = () => { const c = tf.scalar(2); c.data = () => Promise.reject(new Error("lost")); return c; }; display(t);',
    );
    expect(state.status).toBe('failed');
    expect(errorOf(state).what).toBe('lost');
    expect(valuesOf(await lesson.run('1 + 1', 'next'))).toEqual(['2']);
  });
});

describe('output after the end of a run', () => {
  it('is added to its cell until another cell runs', async () => {
    await lesson.run('setTimeout(() => console.log("late"), 30)');
    await vi.waitFor(() => expect(textOf(lesson.session.cell('a'))).toBe('late'));
  });

  it('includes uncaught errors', async () => {
    await lesson.run('1');
    lesson.kernel().reportUncaught(new Error('in a timer'));
    await vi.waitFor(() => expect(errorOf(lesson.session.cell('a')).what).toBe('in a timer'));
    lesson.kernel().reportUncaught(
      new Proxy(Error.prototype, {
        get: () => {
          throw 1;
        },
      }),
    );
    await vi.waitFor(() => expect(partsOf(lesson.outputs(), 'error')).toHaveLength(2));
  });
});
