import { describe, expect, it, vi } from 'vitest';
import { gradeHere } from '../support/graded-exercise.ts';
import { createTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An exercise of two numbers that no learner can foresee. */
const product = `
check.define({
  needs: ['before'],
  given: () => ({ rows: check.random.whole(3, 9), seats: check.random.whole(11, 19) }),
  values: ['total'],
  seconds: 1,
  grade: ({ given, values }) =>
    check.close(values.total, given.rows * given.seats)
      ? check.correct()
      : check.wrong('not-product', { expected: given.rows * given.seats, found: values.total }),
});`;
const cells = [{ id: 'before', source: 'const one: number = 1;' }];
const grade = (code: string, language?: 'es' | 'en') =>
  gradeHere({ check: product, cells, code, ...(language === undefined ? {} : { language }) });

describe('a check goes in stages', () => {
  it('says correct where it is', async () => {
    expect(await grade('const total = rows * seats * one;')).toEqual({
      stage: 'checked',
      verdict: 'correct',
      message: 'correct',
      expected: '',
      found: '',
    });
  });

  it('says what was expected and what came out', async () => {
    const told = await grade('const total = 42;');
    expect(told).toMatchObject({
      stage: 'checked',
      verdict: 'incorrect',
      message: 'not-product',
      found: '42',
    });
    expect(told.stage === 'checked' && Number(told.expected)).toBeGreaterThan(30);
  });

  it.each([
    ['blanks', 'const total = ____;', /blank/, { line: 1, column: 15 }],
    ['syntax', 'const total = 1 +;', /“;”/, { line: 1, column: 18 }],
    ['types', 'const total = chairs;', /“chairs”/, { line: 1, column: 15 }],
    ['types', 'tf.layers.dense({ unit: 1 });', /“unit”/, { line: 1, column: 19 }],
    ['run', 'const total = 1;\nnull.length;', /null/, { line: 2, column: 6 }],
  ] as const)('stops at %s: %s', async (stage, code, what, place) => {
    const told = await grade(code);
    expect(told).toMatchObject({ verdict: 'incorrect', stage, place });
    expect('what' in told && told.what).toMatch(what);
  });

  it('stops what takes too long', async () => {
    const told = await grade('await new Promise(() => {});\nconst total = 1;', 'es');
    expect(told).toMatchObject({ verdict: 'incorrect', stage: 'time' });
    expect('advice' in told && told.advice).toContain('Tenía 1 segundo.');
  });

  it('takes no time away for what kept the page from hearing that the code was done', async () => {
    // Page and worker are one thread here: code that keeps it busy stalls the page.
    const told = await grade(
      'for (const end = Date.now() + 2700; Date.now() < end; );\nconst total = rows * seats;',
    );
    expect(told).toMatchObject({ stage: 'checked', verdict: 'correct' });
  });

  it.each([
    ['missing', 'const sum = rows * seats;'],
    ['missing', 'let total;'],
  ])('says %s where a name is not there: %s', async (message, code) => {
    expect(await grade(code)).toMatchObject({ stage: 'checked', verdict: 'incorrect', message });
  });

  it('draws other inputs with another seed, the same with the same', async () => {
    const expected = async (seed: number) => {
      const told = await gradeHere({ check: product, cells, code: 'const total = 0;', seed });
      return told.stage === 'checked' ? told.expected : null;
    };
    const [one, again, other] = [await expected(1), await expected(1), await expected(5)];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe('a check that breaks is our fault', () => {
  it.each([
    ['throws', "check.define({ grade() { throw new Error('ours'); } });", 'ours'],
    ['rules nothing', 'check.define({ grade: () => 7 });', 'no ruling'],
    ['defines nothing', 'const a = 1;', 'check.define'],
    [
      'needs a cell that is not there',
      "check.define({ needs: ['gone'], grade: () => check.correct() });",
      'gone',
    ],
    ['cannot be read', 'check.define({', ''],
    [
      'gives a name that is none',
      "check.define({ given: () => ({ 'a b': 1 }), grade: () => check.correct() });",
      'no plan',
    ],
  ])('where it %s', async (_, check, reason) => {
    const told = await gradeHere({ check, code: 'const a = 1;' });
    expect(told).toMatchObject({ verdict: 'broken', stage: 'broken' });
    expect(told.stage === 'broken' && told.reason).toContain(reason);
    expect(told.stage === 'broken' && told.what).toMatch(/our fault/);
  });

  it('where a cell that it needs fails', async () => {
    const told = await gradeHere({
      check: "check.define({ needs: ['bad'], grade: () => check.correct() });",
      cells: [{ id: 'bad', source: "throw new Error('authored');" }],
      code: 'const a = 1;',
    });
    expect(told).toMatchObject({ verdict: 'broken' });
  });
});

describe('functions', () => {
  const doubled = `
check.define({
  calls: () => ({ double: [[check.tensor([1, 2], [2])], [check.tensor([3], [1])]] }),
  grade({ calls: { double } }) {
    const leaked = Math.max(...double.map((each) => each.leaked));
    if (leaked > 0) return check.wrong('leaks', { expected: 0, found: leaked });
    const isRight = double.every(({ args: [x], value }) =>
      check.isTensor(value) && check.close(value.tensor.values, x.tensor.values.map((each) => 2 * each)));
    return isRight ? check.correct() : check.wrong('other');
  },
});`;
  it.each([
    ['correct', 'const double = (x) => x.mul(2);'],
    ['correct', 'async function double(x) { await tf.nextFrame(); return tf.tidy(() => x.add(x).add(0)); }'],
    ['leaks', 'const double = (x) => x.add(x).add(0);'],
    ['leaks', 'const double = (x) => { x.mul(9); tf.engine().state.numTensors = 0; return x.mul(2); };'],
    ['other', 'const double = (x) => x.mul(3);'],
    ['other', 'const double = (x) => 2;'],
    ['threw', "const double = () => { throw new Error('no'); };"],
    ['missing', 'const double = 2;'],
    ['missing', 'const twice = (x) => x.mul(2);'],
  ])('are called with what the check drew: %s for %s', async (message, code) => {
    expect(await gradeHere({ check: doubled, code })).toMatchObject({ stage: 'checked', message });
  });
});

describe('several accepted solutions', () => {
  const ways = `
const is = (name, holds) => () => (holds ? null : check.wrong(name));
check.define({
  values: ['a', 'b', 'c'],
  grade: ({ values: { a, b, c } }) =>
    check.nearest([
      [is('first-a', a === 1), is('first-b', b === 1)],
      [is('second-a', a === 2), is('second-b', b === 2), is('second-c', c === 2)],
    ]),
});`;
  it.each([
    ['correct', 1, 1, 0],
    ['correct', 2, 2, 2],
    ['first-b', 1, 0, 0],
    ['second-c', 2, 2, 1],
  ])('%s is what the nearest says of %i %i %i', async (message, a, b, c) => {
    const code = `const a = ${a}; const b = ${b}; const c = ${c};`;
    expect(await gradeHere({ check: ways, code })).toMatchObject({ stage: 'checked', message });
  });
});

describe('models', () => {
  const model = `
check.define({
  models: ['net'],
  async grade({ models: { net } }) {
    const layers = check.model.layers(net.network);
    const xs = tf.randomUniform([4, 3]);
    const moved = await check.model.movedByTraining(net.network, xs, tf.ones([4, 2]));
    const facts = {
      kinds: layers.map(({ kind }) => kind).join(),
      trainable: layers.map(({ trainable }) => trainable).join(),
      parameters: layers.map(({ parameters }) => parameters).join(),
      moved: moved.join(),
      compiled: net.compiled && [net.compiled.optimizer, net.compiled.loss, ...net.compiled.thawedSince],
    };
    return check.wrong('facts', { found: JSON.stringify(facts) });
  },
});`;
  async function facts(code: string): Promise<unknown> {
    const told = await gradeHere({ check: model, code });
    return told.stage === 'checked' && told.message === 'facts' ? JSON.parse(told.found) : told;
  }
  const net = `const net = tf.sequential({ layers: [
    tf.layers.dense({ units: 4, inputShape: [3], name: 'first', trainable: false }),
    tf.layers.dense({ units: 2, name: 'last' }) ] });`;

  it('arrive with their layers, flags and weights', async () => {
    expect(await facts(net)).toEqual({
      kinds: 'Dense,Dense',
      trainable: 'false,true',
      parameters: '16,10',
      moved: 'last',
      compiled: null,
    });
  });

  it('and with what they were compiled with, and whether that still holds', async () => {
    const compiled = `${net}\nnet.compile({ optimizer: tf.train.sgd(0.25), loss: 'meanSquaredError' });\nnet.layers[0].trainable = true;`;
    expect(await facts(compiled)).toMatchObject({
      moved: 'first,last',
      compiled: ['SGD', 'meanSquaredError', 'first'],
    });
  });

  it('are refused where they say one thing and do another', async () => {
    const lying = `${net}\nnet.layers[1].getConfig = function () { return { name: 'last', units: 2, trainable: false }; };`;
    expect(await facts(lying)).toMatchObject({ message: 'missing', expected: 'tf.LayersModel' });
  });
});

describe('what the cells of a check send', () => {
  const long = `
check.define({
  values: ['list'],
  grade: ({ values: { list } }) =>
    list.length === 15000 && list.at(-1) === 14999.123456789
      ? check.correct()
      : check.wrong('other', { found: list.length }),
});`;

  it('may be long: an answer of many numbers comes whole', async () => {
    const code = 'const list = Array.from({ length: 15000 }, (_, place) => place + 0.123456789);';
    expect(await gradeHere({ check: long, code })).toMatchObject({ stage: 'checked', verdict: 'correct' });
  });

  it('is no answer where it is longer than any', async () => {
    const code = "const list = ['x'.repeat(4_000_000)];";
    expect(await gradeHere({ check: long, code })).toMatchObject({ stage: 'checked', message: 'missing' });
  });

  it('is dropped by the page of a lesson, and shown nowhere', async () => {
    const sent: string[] = [];
    const lesson = createTestLesson();
    const grading = createTestLesson({ onData: (cell, json) => sent.push(`${cell}: ${json}`) });
    const source = "display.data('{}'); 1";
    for (const each of [lesson, grading]) {
      const state = await each.run(source, 'a');
      expect(valuesOf(state)).toEqual(['1']);
      expect(state.outputs).toHaveLength(1);
    }
    expect(sent).toEqual(['a: {}']);
    lesson.close();
    grading.close();
  });
});
