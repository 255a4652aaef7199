import { describe, expect, it } from 'vitest';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { findBlanks } from '../../../src/lessons-runtime/grading/find-blanks.ts';
import { declaredBy, findStaticError } from '../../../src/lessons-runtime/grading/find-static-error.ts';
import { optionKeys } from '../../../src/lessons-runtime/grading/option-keys.ts';
import { staticErrorText } from '../../../src/lessons-runtime/grading/stage-text.ts';
import { createTensorFlow } from '../../../src/lessons-runtime/kernel/tensorflow.ts';

function findIn(source: string, ...declared: readonly string[]) {
  const compiled = compileCell(source, { name: 'a', run: 1 });
  if (!compiled.ok) throw new Error('the cell does not compile');
  return findStaticError(source, compiled, new Set(declared));
}

describe('findBlanks', () => {
  it('returns the place of every blank and ignores shorter underscores', () => {
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
    ['the globals of every cell', 'display(tf.scalar(1)); console.log(await fetch("x"));'],
    ['a name within a function', 'function f(x: number) { const y = x; return y; } f(1);'],
    ['a type', 'let a: tf.Tensor | Nothing = 1 as never; a;'],
    ['known options', 'tf.layers.dense({ units: 3, activation: "relu", inputShape: [2] });'],
    ['computed keys and spread options', 'tf.layers.dense({ ...model, ["un" + "its"]: 3 });'],
    ['a function that the learner declared', 'const build = (o: object) => o; build({ anything: 1 });'],
  ])('finds nothing in %s', (_, source) => {
    expect(findIn(source, 'model')).toBeNull();
  });

  it('finds an undeclared name at its first use', () => {
    expect(findIn('const a = 1;\nconst b = a + sillas;')).toEqual({
      kind: 'unknown-name',
      name: 'sillas',
      place: { line: 2, column: 15 },
    });
  });

  it('finds an option that tfjs ignores', () => {
    expect(findIn('await model.fit(1, 2, {\n  epoch: 20 });', 'model')).toMatchObject({
      kind: 'unknown-option',
      name: 'epoch',
      call: 'fit',
      place: { line: 2, column: 3 },
    });
  });

  it('lists the most similar options first, in both languages', () => {
    const unknownOption = findIn('tf.layers.dense({ activaton: "relu" });');
    if (unknownOption === null) throw new Error('no error found');
    expect(staticErrorText(unknownOption, 'en').advice).toMatch(/it has: activation, /);
    expect(staticErrorText(unknownOption, 'es').what).toBe('«dense» no tiene ninguna opción «activaton».');
  });
});

describe('optionKeys', () => {
  it('has only functions of tfjs or of the course', () => {
    const tf = createTensorFlow();
    for (const name of Object.keys(optionKeys)) {
      const exists =
        name in tf.layers ||
        name in tf.LayersModel.prototype ||
        ['iconNet', 'drawingNet', 'efficientNetLite0', 'mobileNet'].includes(name) ||
        name.endsWith('Dataset');
      expect(exists, name).toBe(true);
    }
  });

  it('has options that a dense layer stores in its configuration', () => {
    const { layers } = createTensorFlow();
    const layer = layers.dense({ units: 2, activation: 'relu', useBias: false, trainable: false });
    const config = layer.getConfig();
    for (const key of ['units', 'activation', 'useBias', 'trainable', 'kernelInitializer'])
      expect(Object.keys(config)).toContain(key);
  });
});

it('declaredBy returns the names that a cell shares, none if it does not compile', () => {
  expect(declaredBy('const a = 1; function f() {} { const hidden = 2; }')).toEqual(['a', 'f']);
  expect(declaredBy('const a = ;')).toEqual([]);
});
