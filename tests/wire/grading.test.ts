import { describe, expect, it, vi } from 'vitest';
import { gradeHere } from '../support/graded-exercise.ts';
import { createTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An exercise with two random inputs. */
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

describe('gradeExercise', () => {
  it('accepts a correct solution', async () => {
    expect(await grade('const total = rows * seats * one;')).toEqual({
      stage: 'checked',
      verdict: 'correct',
      message: 'correct',
      expected: '',
      found: '',
    });
  });

  it('reports the expected and the found value', async () => {
    const result = await grade('const total = 42;');
    expect(result).toMatchObject({
      stage: 'checked',
      verdict: 'incorrect',
      message: 'not-product',
      found: '42',
    });
    expect(result.stage === 'checked' && Number(result.expected)).toBeGreaterThan(30);
  });

  it.each([
    ['blanks', 'const total = ____;', /blank/, { line: 1, column: 15 }],
    ['syntax', 'const total = 1 +;', /“;”/, { line: 1, column: 18 }],
    ['types', 'const total = chairs;', /“chairs”/, { line: 1, column: 15 }],
    ['types', 'tf.layers.dense({ unit: 1 });', /“unit”/, { line: 1, column: 19 }],
    ['run', 'const total = 1;\nnull.length;', /null/, { line: 2, column: 6 }],
  ] as const)('stops at %s: %s', async (stage, code, what, place) => {
    const result = await grade(code);
    expect(result).toMatchObject({ verdict: 'incorrect', stage, place });
    expect('what' in result && result.what).toMatch(what);
  });

  it('ends code that exceeds the time limit', async () => {
    const result = await grade('await new Promise(() => {});\nconst total = 1;', 'es');
    expect(result).toMatchObject({ verdict: 'incorrect', stage: 'time' });
    expect('advice' in result && result.advice).toContain('Tenía 1 segundo.');
  });

  it('does not count time in which the page was stalled', async () => {
    // Page and worker share a thread in this test, so a busy loop stalls the page.
    const result = await grade(
      'for (const end = Date.now() + 2700; Date.now() < end; );\nconst total = rows * seats;',
    );
    expect(result).toMatchObject({ stage: 'checked', verdict: 'correct' });
  });

  it.each([
    ['missing', 'const sum = rows * seats;'],
    ['missing', 'let total;'],
  ])('reports %s for a missing name: %s', async (message, code) => {
    expect(await grade(code)).toMatchObject({ stage: 'checked', verdict: 'incorrect', message });
  });

  it('draws the inputs from the seed', async () => {
    const expected = async (seed: number) => {
      const result = await gradeHere({ check: product, cells, code: 'const total = 0;', seed });
      return result.stage === 'checked' ? result.expected : null;
    };
    const [one, again, other] = [await expected(1), await expected(1), await expected(5)];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe('a broken check', () => {
  it.each([
    ['throws', "check.define({ grade() { throw new Error('ours'); } });", 'ours'],
    ['returns no ruling', 'check.define({ grade: () => 7 });', 'no ruling'],
    ['does not define a check', 'const a = 1;', 'check.define'],
    ['needs an unknown cell', "check.define({ needs: ['gone'], grade: () => check.correct() });", 'gone'],
    ['has a syntax error', 'check.define({', ''],
    [
      'gives an invalid name',
      "check.define({ given: () => ({ 'a b': 1 }), grade: () => check.correct() });",
      'no plan',
    ],
  ])('is reported as broken if it %s', async (_, check, reason) => {
    const result = await gradeHere({ check, code: 'const a = 1;' });
    expect(result).toMatchObject({ verdict: 'broken', stage: 'broken' });
    expect(result.stage === 'broken' && result.reason).toContain(reason);
    expect(result.stage === 'broken' && result.what).toMatch(/our fault/);
  });

  it('is reported as broken if a cell that it needs fails', async () => {
    const result = await gradeHere({
      check: "check.define({ needs: ['bad'], grade: () => check.correct() });",
      cells: [{ id: 'bad', source: "throw new Error('authored');" }],
      code: 'const a = 1;',
    });
    expect(result).toMatchObject({ verdict: 'broken' });
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
  ])('are called with the check’s arguments: %s for %s', async (message, code) => {
    expect(await gradeHere({ check: doubled, code })).toMatchObject({ stage: 'checked', message });
  });
});

describe('several accepted solutions', () => {
  const solutions = `
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
  ])('rules %s by the nearest solution for %i %i %i', async (message, a, b, c) => {
    const code = `const a = ${a}; const b = ${b}; const c = ${c};`;
    expect(await gradeHere({ check: solutions, code })).toMatchObject({ stage: 'checked', message });
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
    const result = await gradeHere({ check: model, code });
    return result.stage === 'checked' && result.message === 'facts' ? JSON.parse(result.found) : result;
  }
  const net = `const net = tf.sequential({ layers: [
    tf.layers.dense({ units: 4, inputShape: [3], name: 'first', trainable: false }),
    tf.layers.dense({ units: 2, name: 'last' }) ] });`;

  it('are graded with their layers, flags and weights', async () => {
    expect(await facts(net)).toEqual({
      kinds: 'Dense,Dense',
      trainable: 'false,true',
      parameters: '16,10',
      moved: 'last',
      compiled: null,
    });
  });

  it('are graded with their compile settings and layers unfrozen since', async () => {
    const compiled = `${net}\nnet.compile({ optimizer: tf.train.sgd(0.25), loss: 'meanSquaredError' });\nnet.layers[0].trainable = true;`;
    expect(await facts(compiled)).toMatchObject({
      moved: 'first,last',
      compiled: ['SGD', 'meanSquaredError', 'first'],
    });
  });

  it('are refused if a method was replaced', async () => {
    const lying = `${net}\nnet.layers[1].getConfig = function () { return { name: 'last', units: 2, trainable: false }; };`;
    expect(await facts(lying)).toMatchObject({ message: 'missing', expected: 'tf.LayersModel' });
  });
});

describe('the data of a check', () => {
  const long = `
check.define({
  values: ['list'],
  grade: ({ values: { list } }) =>
    list.length === 15000 && list.at(-1) === 14999.123456789
      ? check.correct()
      : check.wrong('other', { found: list.length }),
});`;

  it('passes a long answer completely', async () => {
    const code = 'const list = Array.from({ length: 15000 }, (_, place) => place + 0.123456789);';
    expect(await gradeHere({ check: long, code })).toMatchObject({ stage: 'checked', verdict: 'correct' });
  });

  it('drops an answer beyond the size limit', async () => {
    const code = "const list = ['x'.repeat(4_000_000)];";
    expect(await gradeHere({ check: long, code })).toMatchObject({ stage: 'checked', message: 'missing' });
  });

  it('is ignored and not shown by the session of a lesson', async () => {
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
