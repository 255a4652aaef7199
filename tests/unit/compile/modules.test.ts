import { describe, expect, test } from 'vitest';
import { expectCompiled, runCells } from './test-kernel.ts';

const MODULES = {
  tf: { add: (a: number, b: number) => a + b, Tensor: class Tensor {}, default: 'whole' },
  data: { 'a-b': 1, load: async () => [1, 2] },
};

describe('imports', () => {
  test.each([
    ['namespace', ['import * as tf from "tf"', 'tf.add(1, 2)'], 3],
    ['named', ['import { add } from "tf"', 'add(1, 2)'], 3],
    ['renamed', ['import { add as plus } from "tf"', 'plus(1, 2)'], 3],
    ['default', ['import whole from "tf"', 'whole'], 'whole'],
    ['default and named', ['import whole, { add } from "tf"', 'whole + add(1, 1)'], 'whole2'],
    ['default and namespace', ['import whole, * as tf from "tf"; whole + tf.add(1, 1)'], 'whole2'],
    ['by a string name', ['import { "a-b" as ab } from "data"', 'ab'], 1],
    ['hoisted above their use', ['const x = add(1, 2)\nimport { add } from "tf"\nx'], 3],
    [
      'a namespace that this cell names in types only',
      ['import * as tf from "tf"\nlet x: tf.Tensor', 'tf.add(2, 2)'],
      4,
    ],
    [
      'a class that this cell names in types only',
      ['import { Tensor } from "tf"\nlet x: Tensor', 'Tensor.name'],
      'Tensor',
    ],
    [
      'an interface that the module does not have',
      ['import { Scalar, add } from "tf"\nlet x: Scalar = add(1, 3)\nx'],
      4,
    ],
    [
      'types from a module that does not exist',
      ['import type { A } from "nowhere"\nimport { type B } from "nowhere"\n5'],
      5,
    ],
    ['dynamic', ['const { add } = await import("tf")', 'add(3, 3)'], 6],
    ['dynamic in a function', ['const f = async () => (await import("tf")).add(3, 4)', 'f()'], 7],
    ['called without this', ['import { load } from "data"', '(await load()).length'], 2],
    ['again in a later cell', ['import { add } from "tf"', 'import { add } from "tf"', 'add(1, 1)'], 2],
    ['then declared by another cell', ['import { add } from "tf"', 'const add = 1', 'add'], 1],
  ])('%s', async (_, cells, expected) => {
    expect(await runCells(cells, MODULES)).toEqual(expected);
  });

  test.each([
    ['an unknown module', 'import { a } from "nowhere"', 'No module "nowhere"'],
    ['an unknown module for its effect', 'import "nowhere"', 'No module "nowhere"'],
    ['an unknown module in a re-export', 'export * from "nowhere"', 'No module "nowhere"'],
    ['an unknown name', 'import { addd } from "tf"', 'No export "addd"'],
    ['an unknown name that is used', 'import { addd } from "tf"; addd()', 'No export "addd"'],
    ['an unknown default', 'import data from "data"', 'No export "default"'],
  ])('%s is an error', async (_, cell, message) => {
    await expect(runCells([cell], MODULES)).rejects.toThrow(message);
  });

  test('a compiled cell lists its imports, declarations and references', () => {
    const { imports, declares, references, hasResult } = expectCompiled(
      'import * as tf from "tf"; import { a, type B } from "m"; import type C from "t"; import { d } from "m";\n' +
        'const { x, y: [z] } = tf.f(a, q), w = q + undefined; function f(p) { return p + r } class K {} var v; let l\n' +
        'type T = U; { var inner; let local }',
    );
    expect(imports).toEqual(['tf', 'm']);
    expect(declares.map(({ name, kind }) => ({ name, kind }))).toEqual([
      { name: 'tf', kind: 'import' },
      { name: 'a', kind: 'import' },
      { name: 'd', kind: 'import' },
      { name: 'x', kind: 'const' },
      { name: 'z', kind: 'const' },
      { name: 'w', kind: 'const' },
      { name: 'f', kind: 'function' },
      { name: 'K', kind: 'class' },
      { name: 'l', kind: 'let' },
      { name: 'v', kind: 'var' },
      { name: 'inner', kind: 'var' },
    ]);
    expect(references).toEqual(['q', 'r']);
    expect(hasResult).toBe(false);
  });

  test('the code has the name of the cell and the run in its source URL', () => {
    expect(expectCompiled('1', 7).code).toMatch(/\n\/\/# sourceURL=cell-test\.r7\.ts$/);
  });
});
