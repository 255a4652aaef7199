import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { errorOf, useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

describe.each(languages)('an error, in %s', (language) => {
  const inLanguage = { es: (es: string, _en: string) => es, en: (_es: string, en: string) => en }[language];

  it('has the line and column in the learner’s source', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('const fine = 1;\n\n  missing + 1;'));
    expect(error).toMatchObject({
      name: 'ReferenceError',
      what: inLanguage('«missing» no está declarado.', 'missing is not defined'),
      place: { cell: 'a', line: 3, column: 3 },
    });
    expect(error.advice).toContain(
      inLanguage('Nadie ha declarado «missing»', 'Nobody has declared “missing”'),
    );
  });

  it('reports a blank instead of an unknown name', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('const sizes = [____, 2];'));
    expect(error.what + error.advice).toContain(inLanguage('Queda un hueco', 'A blank (____) is left'));
    expect(error.what + error.advice).not.toMatch(/bien escrito|spelt right/);
  });

  it('has the position of syntax that the compiler refuses', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('const fine = 1;\nenum Colour { Red }'));
    expect(error).toMatchObject({ name: 'SyntaxError', place: { cell: 'a', line: 2, column: 1 } });
    expect(error.what).toMatch(/enum/);
    expect(error.advice).not.toBe('');
  });

  it('has the position in an earlier cell’s function and a trace to the call', async () => {
    lesson.open({ language });
    await lesson.run('function half(x: number[]) {\n  return x.length / x.missing.deep;\n}', 'earlier');
    const error = errorOf(await lesson.run('const y = 1;\nhalf([1]);', 'later'));
    expect(error.place).toEqual({ cell: 'earlier', line: 2, column: expect.any(Number) });
    expect(error.trace.map((line) => line.replace(/:\d+$/, ''))).toEqual(['earlier:2', 'later:2']);
    expect(error.advice).toContain(inLanguage('Se pidió «deep»', '“deep” was asked'));
  });

  it('has the position in a callback, below frames of tfjs, and across an await', async () => {
    lesson.open({ language });
    const inTidy = errorOf(await lesson.run('tf.tidy(() => {\n  return tf.scalar(nope);\n});'));
    expect(inTidy.place).toMatchObject({ line: 2 });
    const inMap = errorOf(await lesson.run('[1].map((n) =>\n  n.foo.bar);'));
    expect(inMap.place).toMatchObject({ line: 2 });
    const awaited = errorOf(
      await lesson.run('async function f() {\n  await 1;\n  throw new Error("x");\n}\nawait f();'),
    );
    expect(awaited.place).toMatchObject({ line: 3 });
  });

  it('gives advice on shape errors of tfjs', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('\ntf.zeros([2, 3]).matMul(tf.zeros([2, 3]));'));
    expect(error.place).toMatchObject({ line: 2 });
    expect(error.advice).toContain(inLanguage('Las formas no encajan', 'The shapes do not fit'));
  });

  it('gives advice on a disposed tensor', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('const t = tf.scalar(1); t.dispose(); t.add(1);'));
    expect(error.advice).toContain(inLanguage('ya se liberó', 'was freed already'));
  });

  it('gives advice on endless recursion', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('function f() { return f(); }\nf();'));
    expect(error.name).toBe('RangeError');
    expect(error.advice).toContain(inLanguage('sin fin', 'without end'));
  });

  it('names an unknown module and lists the known ones', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run("const one = 1;\nimport { x } from 'lodash';"));
    expect(error.what).toBe(
      inLanguage('Una celda no puede importar «lodash».', 'A cell cannot import “lodash”.'),
    );
    expect(error.advice).toContain(inLanguage('«deshielo»', '“deshielo”'));
    expect(error.place).toMatchObject({ cell: 'a', line: 2 });
  });

  it('names a missing export and lists the existing ones', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run("import { efficientNetLite1 } from 'deshielo';"));
    expect(error.what).toBe(
      inLanguage(
        '«deshielo» no exporta «efficientNetLite1».',
        '“deshielo” does not export “efficientNetLite1”.',
      ),
    );
    expect(error.advice).toContain('efficientNetLite0');
  });

  it('suggests the namespace import for a default import of tfjs', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run("import tf from '@tensorflow/tfjs';\ntf.scalar(1)"));
    expect(error.advice).toContain("import * as tf from '@tensorflow/tfjs'");
  });

  it('shows a thrown value that is not an error', async () => {
    lesson.open({ language });
    const error = errorOf(await lesson.run('throw { code: 7 }'));
    expect(error).toMatchObject({
      name: 'throw',
      what: inLanguage('Se lanzó un valor: { code: 7 }', 'A value was thrown: { code: 7 }'),
    });
  });

  it('has a very long message truncated', async () => {
    lesson.open({ language });
    expect(errorOf(await lesson.run('throw new Error("x".repeat(1e7))')).what.length).toBeLessThan(20_000);
  });
});
