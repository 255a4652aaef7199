import { expect, it } from 'vitest';
import { indentOf, quietParts } from '../../../src/lessons-runtime/shared/quiet-code.ts';

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
