import { expect, it } from 'vitest';
import { importsToFold, indentOf, quietParts } from '../../../src/lessons-runtime/shared/quiet-code.ts';

const quietIn = (code: string) => quietParts(code).map(({ from, to }) => code.slice(from, to));

it.each([
  ["import * as tf from '@tensorflow/tfjs';\nconst a = 1;", ["import * as tf from '@tensorflow/tfjs';"]],
  ["import {\n  iconNet,\n} from 'deshielo';", ["import {\n  iconNet,\n} from 'deshielo';"]],
  ['layer.apply(x) as tf.SymbolicTensor;', ['as tf.SymbolicTensor']],
  ['logs.acc.at(-1) as number,', ['as number']],
  ['fit(training as tf.data.Dataset<tf.TensorContainer>, {', ['as tf.data.Dataset<tf.TensorContainer>']],
  ['seen.squeeze<tf.Tensor3D>([0])', ['<tf.Tensor3D>']],
  ['names as string[]', ['as string[]']],
  ["const kinds = ['a'] as const;", []],
  ["const text = 'as tf.Tensor';", []],
  ['const important = 1;', []],
])('finds what is quiet in %j', (code, parts) => {
  expect(quietIn(code)).toEqual(parts);
});

it('measures the indent of a line', () => {
  expect(['', 'a', '  a', '    '].map(indentOf)).toEqual([0, 0, 2, 4]);
});

it.each([
  ["import { a } from 'a';\nimport { b } from 'b';\n\nconst c = 1;", { count: 2, to: 47 }],
  ["import {\n  a,\n} from 'a';\na();", { count: 1, to: 26 }],
  ["import { a } from 'a';\na();", null],
  ["import { a } from 'a';\nimport { b } from 'b';\n", null],
  ["a();\nimport { b } from 'b';\nimport { c } from 'c';\n1;", null],
])('finds the imports to fold in %j', (code, expected) => {
  expect(importsToFold(code)).toEqual(expected);
});
