import { describe, expect, it } from 'vitest';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { findBlanks } from '../../../src/lessons-runtime/grading/find-blanks.ts';
import { declaredBy, findStaticError } from '../../../src/lessons-runtime/grading/find-static-error.ts';
import { optionKeys } from '../../../src/lessons-runtime/grading/option-keys.ts';
import { staticErrorText } from '../../../src/lessons-runtime/grading/stage-text.ts';
import { createTensorFlow } from '../../../src/lessons-runtime/kernel/tensorflow.ts';

function look(source: string, ...declared: readonly string[]) {
  const compiled = compileCell(source, { name: 'a', run: 1 });
  if (!compiled.ok) throw new Error('it has to compile');
  return findStaticError(source, compiled, new Set(declared));
}

describe('findBlanks', () => {
  it('places every blank, and takes shorter lines for what they are', () => {
    expect(findBlanks('const a = ____;\nconst _b_ = __c + ______;')).toEqual([
      { line: 1, column: 11 },
      { line: 2, column: 19 },
    ]);
  });
});

describe('findStaticError', () => {
  it.each([
    ['a name of the cell', 'const a = 1; a + a;'],
    ['a name of another cell', 'model.summary();'],
    ['a global of the language', 'new Map([[1, Math.PI]]);'],
    ['what every cell has', 'display(tf.scalar(1)); console.log(await fetch("x"));'],
    ['a name within a function', 'function f(x: number) { const y = x; return y; } f(1);'],
    ['a type', 'let a: tf.Tensor | Nothing = 1 as never; a;'],
    ['options that are', 'tf.layers.dense({ units: 3, activation: "relu", inputShape: [2] });'],
    ['keys that are computed or spread', 'tf.layers.dense({ ...model, ["un" + "its"]: 3 });'],
    [
      'a function of the learner’s of another name',
      'const build = (o: object) => o; build({ anything: 1 });',
    ],
  ])('finds nothing in %s', (_, source) => {
    expect(look(source, 'model')).toBeNull();
  });

  it('finds a name that nobody declares, at its first use', () => {
    expect(look('const a = 1;\nconst b = a + sillas;')).toEqual({
      kind: 'unknown-name',
      name: 'sillas',
      place: { line: 2, column: 15 },
    });
  });

  it('finds an option that tfjs would pass over', () => {
    expect(look('await model.fit(1, 2, {\n  epoch: 20 });', 'model')).toMatchObject({
      kind: 'unknown-option',
      name: 'epoch',
      call: 'fit',
      place: { line: 2, column: 3 },
    });
  });

  it('names the nearest options first, in either language', () => {
    const impossible = look('tf.layers.dense({ activaton: "relu" });');
    if (impossible === null) throw new Error('nothing found');
    expect(staticErrorText(impossible, 'en').advice).toMatch(/it has: activation, /);
    expect(staticErrorText(impossible, 'es').what).toBe('«dense» no tiene ninguna opción «activaton».');
  });
});

describe('the options that are known', () => {
  it('are those of functions that tfjs or the course has', () => {
    const tf = createTensorFlow();
    for (const name of Object.keys(optionKeys)) {
      const isThere =
        name in tf.layers ||
        name in tf.LayersModel.prototype ||
        ['iconNet', 'efficientNetLite0', 'mobileNet'].includes(name);
      expect(isThere, name).toBe(true);
    }
  });

  it('are taken by the layers that they are named for', () => {
    const { layers } = createTensorFlow();
    const made = layers.dense({ units: 2, activation: 'relu', useBias: false, trainable: false });
    const config = made.getConfig();
    for (const key of ['units', 'activation', 'useBias', 'trainable', 'kernelInitializer'])
      expect(Object.keys(config)).toContain(key);
  });
});

it('declaredBy gives the names that a cell shares, and none where it cannot be read', () => {
  expect(declaredBy('const a = 1; function f() {} { const hidden = 2; }')).toEqual(['a', 'f']);
  expect(declaredBy('const a = ;')).toEqual([]);
});
