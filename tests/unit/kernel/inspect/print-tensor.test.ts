import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { printTensor } from '../../../../src/lessons-runtime/kernel/inspect/print-tensor.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Returns `tensor.toString()` without its first line and its margin. */
function printedByTfjs(tensor: tf.Tensor): string {
  return tensor
    .toString()
    .replace(/^Tensor\n/, '')
    .replace(/^ {4}/gm, '');
}

async function printed(tensor: tf.Tensor): Promise<string> {
  const values: ArrayLike<number> | string[] = await tensor.data();
  return printTensor(values, tensor.shape, tensor.dtype);
}

describe('printTensor, like tfjs,', () => {
  it.each([
    [[5]],
    [[20]],
    [[21]],
    [[2, 3]],
    [[3, 21]],
    [[21, 2]],
    [[2, 2, 3]],
    [[3, 4, 2]],
    [[2, 3, 2, 4]],
    [[2, 2, 2, 2, 3]],
  ])('prints %j', async (shape) => {
    const size = shape.reduce((product, n) => product * n, 1);
    const numbers = tf.tensor(
      Array.from({ length: size }, (_, n) => (n % 7) * 0.125 - 0.25),
      shape,
    );
    expect(await printed(numbers)).toBe(printedByTfjs(numbers));
    const whole = tf.tensor(
      Array.from({ length: size }, (_, n) => n % 10),
      shape,
      'int32',
    );
    expect(await printed(whole)).toBe(printedByTfjs(whole));
    const truths = tf.cast(whole, 'bool');
    expect(await printed(truths)).toBe(printedByTfjs(truths));
    const words = tf.tensor(
      Array.from({ length: size }, (_, n) => 'ab'.repeat(n % 3)),
      shape,
      'string',
    );
    expect(await printed(words)).toBe(printedByTfjs(words));
    const complex = tf.complex(numbers, tf.neg(numbers));
    expect(await printed(complex)).toBe(printedByTfjs(complex));
  });

  it('prints scalars of every type', async () => {
    expect(await printed(tf.scalar(3))).toBe('3');
    expect(await printed(tf.scalar(true))).toBe('true');
    expect(await printed(tf.scalar('a'))).toBe("'a'");
    expect(await printed(tf.complex(tf.scalar(1), tf.scalar(-2)))).toBe('1 + -2j');
  });

  it('prints NaN and the infinities', async () => {
    expect(await printed(tf.tensor1d([Number.NaN, Number.POSITIVE_INFINITY, -0, 1e30]))).toMatch(
      /^\[NaN, Infinity, 0, 1\.\d+e\+30\]$/,
    );
  });
});

describe('printTensor, unlike tfjs,', () => {
  it('has no comma after the only row', async () => {
    expect(await printed(tf.tensor2d([[1, 2]]))).toBe('[[1, 2]]');
  });

  it('keeps small numbers', async () => {
    expect(await printed(tf.tensor1d([1e-9, -2.5e-7, 0]))).toBe('[1e-9, -2.5e-7, 0]');
  });

  it('truncates long strings', () => {
    expect(printTensor(['x'.repeat(1e6)], [1], 'string').length).toBeLessThan(120);
  });

  it('prints an empty tensor as []', () => {
    expect(printTensor([], [0, 3], 'float32')).toBe('[]');
  });

  it.each([
    [[224, 224, 3]],
    [[20, 20, 20, 20]],
    [[20, 20, 20, 20, 20]],
    [[1000, 1000]],
    [[4, 4, 4, 4, 4, 4]],
    [[1, 1, 1, 1, 1, 1]],
  ])('is short for %j', (shape) => {
    let reads = 0;
    const values = new Proxy({ length: 1 } as ArrayLike<number>, {
      get: (_, index) => {
        reads += 1;
        return Number(index) % 2;
      },
    });
    const text = printTensor(values, shape, 'float32');
    expect(reads).toBeLessThanOrEqual(600);
    expect(text.split('\n').length).toBeLessThan(400);
    expect(text.startsWith('['.repeat(shape.length))).toBe(true);
    expect(text.endsWith(']'.repeat(shape.length))).toBe(true);
  });

  it('shows the first and the last values beside an ellipsis', () => {
    const values = Float32Array.from({ length: 30 * 2 }, (_, n) => n);
    expect(printTensor(values, [30, 2], 'float32')).toBe(
      '[[0 , 1 ],\n [2 , 3 ],\n [4 , 5 ],\n ...,\n [54, 55],\n [56, 57],\n [58, 59]]',
    );
  });
});
