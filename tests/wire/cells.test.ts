import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createTestLesson,
  errorOf,
  type TestLesson,
  textOf,
  valuesOf,
} from '../support/kernel-over-channel.ts';

let lesson: TestLesson;
beforeEach(() => {
  lesson = createTestLesson();
});
afterEach(() => lesson.close());

describe('a cell', () => {
  it('shows its last expression, whatever came before', async () => {
    expect(valuesOf(await lesson.run('const a = 20;\na + 22'))).toEqual(['42']);
  });

  it('shows nothing where the last expression has no value, and null where it is null', async () => {
    expect(valuesOf(await lesson.run('undefined'))).toEqual([]);
    expect(valuesOf(await lesson.run('null'))).toEqual(['null']);
  });

  it('awaits at its top level, and shows what a last promise comes to', async () => {
    const state = await lesson.run(
      'const x = await new Promise((done) => setTimeout(done, 20, 7));\nPromise.resolve(x * 6)',
    );
    expect(valuesOf(state)).toEqual(['42']);
  });

  it('may be TypeScript', async () => {
    const source = 'interface P { x: number }\nconst p = { x: 3 } satisfies P;\n(p as P).x!';
    expect(valuesOf(await lesson.run(source))).toEqual(['3']);
  });

  it('tells its status and its time', async () => {
    const state = await lesson.run('await new Promise((done) => setTimeout(done, 30))');
    expect(state.status).toBe('done');
    expect(state.milliseconds).toBeGreaterThanOrEqual(28);
    expect(lesson.history.map(([, { status }]) => status)).toEqual(['queued', 'running', 'done']);
  });
});

describe('cells of one lesson', () => {
  it.each([
    ['const', 'const shared = 5;', 'shared'],
    ['let', 'let shared = 5;', 'shared'],
    ['function', 'function shared() { return 5; }', 'shared()'],
    ['class', 'class Shared { five = 5 }', 'new Shared().five'],
    ['destructured', 'const { a: [shared] } = { a: [5] };', 'shared'],
    ['loop variable by var', 'for (var shared = 0; shared < 5; shared++);', 'shared'],
  ])('share a %s', async (_, declaration, use) => {
    await lesson.run(declaration, 'first');
    expect(valuesOf(await lesson.run(use, 'second'))).toEqual(['5']);
  });

  it('see each other’s changes, in closures too', async () => {
    await lesson.run('let loss = 1; const read = () => loss;', 'first');
    await lesson.run('loss += 1;', 'second');
    expect(valuesOf(await lesson.run('[loss, read()].join()', 'third'))).toEqual(['"2,2"']);
  });

  it('may run again, and declare again what another declared', async () => {
    await lesson.run('const x = 1; const read = () => x;', 'first');
    await lesson.run('const x = 1; const read = () => x;', 'first');
    await lesson.run('const x = "two";', 'second');
    expect(valuesOf(await lesson.run('read()', 'third'))).toEqual(['"two"']);
  });

  it('begin a re-run afresh: let forgets, as it would in a script run anew', async () => {
    await lesson.run('let n; n = (n ?? 0) + 1; n');
    expect(valuesOf(await lesson.run('let n; n = (n ?? 0) + 1; n'))).toEqual(['1']);
  });

  it('cannot assign another cell’s const: the advice names the cell', async () => {
    await lesson.run('const rate = 0.1;', 'settings');
    const state = await lesson.run('rate = 0.2;', 'training');
    expect(state.status).toBe('failed');
    const error = errorOf(state);
    expect(error.name).toBe('TypeError');
    expect(error.advice).toContain('“rate” is a constant of the cell “settings”');
    expect(error.place).toEqual({ cell: 'training', line: 1, column: expect.any(Number) });
    expect(valuesOf(await lesson.run('rate', 'third'))).toEqual(['0.1']);
  });

  it('keep what a failed cell declared before it failed, and fix its constants', async () => {
    await lesson.run('const before = 1; let also = 2; throw new Error("x"); const after = 3;', 'first');
    expect(valuesOf(await lesson.run('[before, also, typeof after].join()', 'second'))).toEqual([
      '"1,2,undefined"',
    ]);
    const { advice } = errorOf(await lesson.run('after', 'second'));
    expect(advice).toContain('“after” is of the cell “first”, whose last run ended before');
    expect((await lesson.run('before = 2', 'third')).status).toBe('failed');
  });

  it.each([
    ['a const that fails', "const tf = require('@tensorflow/tfjs');"],
    ['a var that fails', "var tf = require('@tensorflow/tfjs');"],
    ['a let before another error', 'throw new Error("x"); let tf;'],
    ['destructuring that fails', 'const { display, deep: { tf } } = {};'],
    ['an import that fails', "import { tf } from 'nowhere'; function display() {}"],
    ['a function of a cell whose import fails', "function tf() {} import 'nowhere'; class display {}"],
    ['a class that fails', 'class tf { static x = missing; }'],
    ['destructuring that fails halfway', 'const { display, deep: { tf } } = { display: 1 };'],
    ['three names after an error', "throw 'x'; const console = 1, tf = 2, display = 3;"],
  ])('have tf as ever after %s', async (_, source) => {
    expect((await lesson.run(source, 'first')).status).toBe('failed');
    const check = '[typeof tf.tensor, typeof display, typeof console.log].join()';
    expect(valuesOf(await lesson.run(check, 'second'))).toEqual(['"function,function,function"']);
    expect(valuesOf(await lesson.run(check, 'first'))).toEqual(['"function,function,function"']);
  });

  it.each([
    'let tf;',
    'const tf = 1;',
    'var tf = 1;',
    'tf = 1;',
    'function tf() {}',
    'class tf {}',
    "import { scalar as tf } from '@tensorflow/tfjs';",
  ])('have tf again once the cell of “%s” no longer has that line', async (source) => {
    await lesson.run(source, 'first');
    expect(valuesOf(await lesson.run('typeof tf?.tensor', 'second'))).toEqual(['"undefined"']);
    await lesson.run('1', 'first');
    expect(valuesOf(await lesson.run('typeof tf.tensor', 'second'))).toEqual(['"function"']);
  });

  it('have the name of another cell again, with its tensors, once a cell no longer takes it', async () => {
    await lesson.run('const x = tf.tensor1d([1, 2]);', 'made');
    await lesson.run('const data = x;', 'first');
    await lesson.run('const data = missing;', 'second');
    await lesson.run('const data = 5; data', 'second');
    await lesson.run('const x = 0;', 'made');
    await lesson.run('1', 'second');
    expect(valuesOf(await lesson.run('data.dataSync().join()', 'third'))).toEqual(['"1,2"']);
  });

  it('keep what no other has when its cell goes on with other code', async () => {
    await lesson.run('const rate = 0.5;', 'settings');
    expect(valuesOf(await lesson.run('rate', 'settings'))).toEqual(['0.5']);
    expect(valuesOf(await lesson.run('rate', 'training'))).toEqual(['0.5']);
    const { advice } = errorOf(await lesson.run('rate = 2', 'training'));
    expect(advice).toContain('“rate” is a constant of the cell “settings”');
  });

  it('do not have the value of an earlier run where the latest one failed before it', async () => {
    await lesson.run('const rate = 0.5;', 'settings');
    await lesson.run('const rate = missing;', 'settings');
    const { what, advice } = errorOf(await lesson.run('rate', 'training'));
    expect([what, advice]).toEqual([
      'rate is not defined',
      '“rate” is of the cell “settings”, whose last run ended before it was declared. Look at that cell and run it again.',
    ]);
  });

  it('keep what a stopped cell declared before it was stopped', async () => {
    const run = lesson.run(
      'const before = 1; display(before); while (true) await tf.nextFrame(); const after = 1;',
      'first',
    );
    await vi.waitFor(() => expect(valuesOf({ outputs: lesson.outputs('first') })).toEqual(['1']));
    lesson.session.stop();
    await run;
    expect(valuesOf(await lesson.run('[before, typeof after].join()', 'second'))).toEqual(['"1,undefined"']);
  });

  it('cannot create a name by assigning it', async () => {
    const error = errorOf(await lesson.run('totl = 3'));
    expect(error).toMatchObject({ name: 'ReferenceError', what: 'totl is not defined' });
  });

  it('may set what the worker’s global object has', async () => {
    await lesson.run('globalThis.deshieloTest = 1;', 'first');
    const state = await lesson.run(
      'deshieloTest += 1; const { deshieloTest: seen } = globalThis; seen',
      'second',
    );
    Reflect.deleteProperty(globalThis, 'deshieloTest');
    expect(valuesOf(state)).toEqual(['2']);
  });

  it('find tf, console and display without an import, and globals as ever', async () => {
    const state = await lesson.run(
      'console.log(typeof tf.tensor, typeof display, typeof Math, typeof setTimeout, typeof nothing)',
    );
    expect(textOf(state)).toBe('function function object function undefined');
  });

  it('run one at a time, in the order they were asked for', async () => {
    const slow = 'await new Promise((done) => setTimeout(done, 40)); order.push("slow")';
    await lesson.run('const order = [];', 'start');
    const both = [lesson.run(slow, 'slow'), lesson.run('order.push("quick"); order.join()', 'quick')];
    expect(lesson.session.cell('quick').status).toBe('queued');
    await Promise.all(both);
    expect(valuesOf(lesson.session.cell('quick'))).toEqual(['"slow,quick"']);
  });

  it('go on after a cell that threw something hostile', async () => {
    for (const hostile of [
      'new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })',
      'Object.assign(new Error("m"), { stack: 5 })',
      'Object.assign(new Error("m"), { name: 5, message: { toString() { throw 3 } } })',
      'Object.defineProperty(new Error("m"), "message", { get() { throw 4 } })',
      'Object.defineProperty(new Error("m"), "stack", { get() { throw 5 } })',
      'Symbol("s")',
      'undefined',
      'null',
      '() => {}',
    ]) {
      const state = await lesson.run(`throw ${hostile}`);
      expect(state.status, hostile).toBe('failed');
      expect(errorOf(state).what, hostile).not.toBe('');
      expect(valuesOf(await lesson.run('1 + 1', 'next')), hostile).toEqual(['2']);
    }
  });
});
