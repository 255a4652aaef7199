import { describe, expect, it, vi } from 'vitest';
import { errorOf, textOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson();

describe('a cell', () => {
  it('shows the value of its last expression', async () => {
    expect(valuesOf(await lesson.run('const a = 20;\na + 22'))).toEqual(['42']);
  });

  it('shows null but not undefined', async () => {
    expect(valuesOf(await lesson.run('undefined'))).toEqual([]);
    expect(valuesOf(await lesson.run('null'))).toEqual(['null']);
  });

  it('supports top-level await and shows the result of a last promise', async () => {
    const state = await lesson.run(
      'const x = await new Promise((done) => setTimeout(done, 20, 7));\nPromise.resolve(x * 6)',
    );
    expect(valuesOf(state)).toEqual(['42']);
  });

  it('accepts TypeScript', async () => {
    const source = 'interface P { x: number }\nconst p = { x: 3 } satisfies P;\n(p as P).x!';
    expect(valuesOf(await lesson.run(source))).toEqual(['3']);
  });

  it('reports its status and its duration', async () => {
    const state = await lesson.run('await new Promise((done) => setTimeout(done, 30))');
    expect(state.status).toBe('done');
    expect(state.milliseconds).toBeGreaterThanOrEqual(28);
    expect(lesson.history.map(([, { status }]) => status)).toEqual(['queued', 'running', 'done']);
  });
});

describe('the shared scope of cells', () => {
  it.each([
    ['const', 'const shared = 5;', 'shared'],
    ['let', 'let shared = 5;', 'shared'],
    ['function', 'function shared() { return 5; }', 'shared()'],
    ['class', 'class Shared { five = 5 }', 'new Shared().five'],
    ['destructured', 'const { a: [shared] } = { a: [5] };', 'shared'],
    ['loop variable declared with var', 'for (var shared = 0; shared < 5; shared++);', 'shared'],
  ])('shares a %s', async (_, declaration, use) => {
    await lesson.run(declaration, 'first');
    expect(valuesOf(await lesson.run(use, 'second'))).toEqual(['5']);
  });

  it('shares changes with closures of other cells', async () => {
    await lesson.run('let loss = 1; const read = () => loss;', 'first');
    await lesson.run('loss += 1;', 'second');
    expect(valuesOf(await lesson.run('[loss, read()].join()', 'third'))).toEqual(['"2,2"']);
  });

  it('lets a cell run again and redeclare a name of another cell', async () => {
    await lesson.run('const x = 1; const read = () => x;', 'first');
    await lesson.run('const x = 1; const read = () => x;', 'first');
    await lesson.run('const x = "two";', 'second');
    expect(valuesOf(await lesson.run('read()', 'third'))).toEqual(['"two"']);
  });

  it('resets a let when its cell runs again', async () => {
    await lesson.run('let n; n = (n ?? 0) + 1; n');
    expect(valuesOf(await lesson.run('let n; n = (n ?? 0) + 1; n'))).toEqual(['1']);
  });

  it('refuses to assign a const of another cell and names that cell', async () => {
    await lesson.run('const rate = 0.1;', 'settings');
    const state = await lesson.run('rate = 0.2;', 'training');
    expect(state.status).toBe('failed');
    const error = errorOf(state);
    expect(error.name).toBe('TypeError');
    expect(error.advice).toContain('“rate” is a constant of the cell “settings”');
    expect(error.place).toEqual({ cell: 'training', line: 1, column: expect.any(Number) });
    expect(valuesOf(await lesson.run('rate', 'third'))).toEqual(['0.1']);
  });

  it('keeps the declarations of a failed cell up to the error, with constants read-only', async () => {
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
  ])('keeps the builtins after %s', async (_, source) => {
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
  ])('restores tf when a cell no longer contains “%s”', async (source) => {
    await lesson.run(source, 'first');
    expect(valuesOf(await lesson.run('typeof tf?.tensor', 'second'))).toEqual(['"undefined"']);
    await lesson.run('1', 'first');
    expect(valuesOf(await lesson.run('typeof tf.tensor', 'second'))).toEqual(['"function"']);
  });

  it('restores the value of another cell, with its tensors, when a cell no longer declares its name', async () => {
    await lesson.run('const x = tf.tensor1d([1, 2]);', 'made');
    await lesson.run('const data = x;', 'first');
    await lesson.run('const data = missing;', 'second');
    await lesson.run('const data = 5; data', 'second');
    await lesson.run('const x = 0;', 'made');
    await lesson.run('1', 'second');
    expect(valuesOf(await lesson.run('data.dataSync().join()', 'third'))).toEqual(['"1,2"']);
  });

  it('keeps a name that its cell no longer declares if no other cell has it', async () => {
    await lesson.run('const rate = 0.5;', 'settings');
    expect(valuesOf(await lesson.run('rate', 'settings'))).toEqual(['0.5']);
    expect(valuesOf(await lesson.run('rate', 'training'))).toEqual(['0.5']);
    const { advice } = errorOf(await lesson.run('rate = 2', 'training'));
    expect(advice).toContain('“rate” is a constant of the cell “settings”');
  });

  it('removes a value of the previous run if the latest run failed before its declaration', async () => {
    await lesson.run('const rate = 0.5;', 'settings');
    await lesson.run('const rate = missing;', 'settings');
    const { what, advice } = errorOf(await lesson.run('rate', 'training'));
    expect([what, advice]).toEqual([
      'rate is not defined',
      '“rate” is of the cell “settings”, whose last run ended before it was declared. Look at that cell and run it again.',
    ]);
  });

  it('keeps the declarations of a stopped cell', async () => {
    const run = lesson.run(
      'const before = 1; display(before); while (true) await tf.nextFrame(); const after = 1;',
      'first',
    );
    await vi.waitFor(() => expect(valuesOf({ outputs: lesson.outputs('first') })).toEqual(['1']));
    lesson.session.stop();
    await run;
    expect(valuesOf(await lesson.run('[before, typeof after].join()', 'second'))).toEqual(['"1,undefined"']);
  });

  it('refuses to create a name by assignment', async () => {
    const error = errorOf(await lesson.run('totl = 3'));
    expect(error).toMatchObject({ name: 'ReferenceError', what: 'totl is not defined' });
  });

  it('assigns properties of the worker’s global object', async () => {
    await lesson.run('globalThis.deshieloTest = 1;', 'first');
    const state = await lesson.run(
      'deshieloTest += 1; const { deshieloTest: seen } = globalThis; seen',
      'second',
    );
    Reflect.deleteProperty(globalThis, 'deshieloTest');
    expect(valuesOf(state)).toEqual(['2']);
  });

  it('provides tf, console, display and the standard globals without an import', async () => {
    const state = await lesson.run(
      'console.log(typeof tf.tensor, typeof display, typeof Math, typeof setTimeout, typeof nothing)',
    );
    expect(textOf(state)).toBe('function function object function undefined');
  });

  it('runs cells one at a time in the order of their calls', async () => {
    const slow = 'await new Promise((done) => setTimeout(done, 40)); order.push("slow")';
    await lesson.run('const order = [];', 'start');
    const both = [lesson.run(slow, 'slow'), lesson.run('order.push("quick"); order.join()', 'quick')];
    expect(lesson.session.cell('quick').status).toBe('queued');
    await Promise.all(both);
    expect(valuesOf(lesson.session.cell('quick'))).toEqual(['"slow,quick"']);
  });

  it('continues after a cell that threw a hostile value', async () => {
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
