import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { createTestLesson, errorOf, type TestLesson } from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 15_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

describe.each(languages)('an error, in %s', (language) => {
  const said = { es: (es: string, _en: string) => es, en: (_es: string, en: string) => en }[language];

  it('has the learner’s own line and column', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('const fine = 1;\n\n  missing + 1;'));
    expect(error).toMatchObject({
      name: 'ReferenceError',
      what: said('«missing» no está declarado.', 'missing is not defined'),
      place: { cell: 'a', line: 3, column: 3 },
    });
    expect(error.advice).toContain(said('Nadie ha declarado «missing»', 'Nobody has declared “missing”'));
  });

  it('says that a blank is left, and not that its name is wrong', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('const sizes = [____, 2];'));
    expect(error.what + error.advice).toContain(said('Queda un hueco', 'A blank (____) is left'));
    expect(error.what + error.advice).not.toMatch(/bien escrito|spelt right/);
  });

  it('has the place of a type the compiler refuses', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('const fine = 1;\nenum Colour { Red }'));
    expect(error).toMatchObject({ name: 'SyntaxError', place: { cell: 'a', line: 2, column: 1 } });
    expect(error.what).toMatch(/enum/);
    expect(error.advice).not.toBe('');
  });

  it('lies in the function of an earlier cell, and the trace leads to the call', async () => {
    lesson = createTestLesson({ language });
    await lesson.run('function half(x: number[]) {\n  return x.length / x.missing.deep;\n}', 'earlier');
    const error = errorOf(await lesson.run('const y = 1;\nhalf([1]);', 'later'));
    expect(error.place).toEqual({ cell: 'earlier', line: 2, column: expect.any(Number) });
    expect(error.trace.map((line) => line.replace(/:\d+$/, ''))).toEqual(['earlier:2', 'later:2']);
    expect(error.advice).toContain(said('Se pidió «deep»', '“deep” was asked'));
  });

  it('is found inside callbacks, through tfjs’s own frames and across an await', async () => {
    lesson = createTestLesson({ language });
    const inTidy = errorOf(await lesson.run('tf.tidy(() => {\n  return tf.scalar(nope);\n});'));
    expect(inTidy.place).toMatchObject({ line: 2 });
    const inMap = errorOf(await lesson.run('[1].map((n) =>\n  n.foo.bar);'));
    expect(inMap.place).toMatchObject({ line: 2 });
    const awaited = errorOf(
      await lesson.run('async function f() {\n  await 1;\n  throw new Error("x");\n}\nawait f();'),
    );
    expect(awaited.place).toMatchObject({ line: 3 });
  });

  it('of tfjs about shapes says what to look at', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('\ntf.zeros([2, 3]).matMul(tf.zeros([2, 3]));'));
    expect(error.place).toMatchObject({ line: 2 });
    expect(error.advice).toContain(said('Las formas no encajan', 'The shapes do not fit'));
  });

  it('of a disposed tensor says to run its cell again', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('const t = tf.scalar(1); t.dispose(); t.add(1);'));
    expect(error.advice).toContain(said('ya se liberó', 'was freed already'));
  });

  it('of an endless recursion says so', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('function f() { return f(); }\nf();'));
    expect(error.name).toBe('RangeError');
    expect(error.advice).toContain(said('sin fin', 'without end'));
  });

  it('names an unknown module and those there are', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run("const one = 1;\nimport { x } from 'lodash';"));
    expect(error.what).toBe(said('Una celda no puede importar «lodash».', 'A cell cannot import “lodash”.'));
    expect(error.advice).toContain(said('«deshielo»', '“deshielo”'));
    expect(error.place).toMatchObject({ cell: 'a', line: 2 });
  });

  it('names an export that a module does not have', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run("import { efficientNetLite1 } from 'deshielo';"));
    expect(error.what).toBe(
      said('«deshielo» no exporta «efficientNetLite1».', '“deshielo” does not export “efficientNetLite1”.'),
    );
    expect(error.advice).toContain('efficientNetLite0');
  });

  it('tells what a default import of tfjs should have been', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run("import tf from '@tensorflow/tfjs';\ntf.scalar(1)"));
    expect(error.advice).toContain("import * as tf from '@tensorflow/tfjs'");
  });

  it('shows a thrown value that is no error', async () => {
    lesson = createTestLesson({ language });
    const error = errorOf(await lesson.run('throw { code: 7 }'));
    expect(error).toMatchObject({
      name: 'throw',
      what: said('Se lanzó un valor: { code: 7 }', 'A value was thrown: { code: 7 }'),
    });
  });

  it('with a message longer than a page is cut', async () => {
    lesson = createTestLesson({ language });
    expect(errorOf(await lesson.run('throw new Error("x".repeat(1e7))')).what.length).toBeLessThan(20_000);
  });
});
