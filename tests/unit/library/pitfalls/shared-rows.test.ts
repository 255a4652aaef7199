import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { countSharedRows } from '../../../../src/lessons-runtime/library/pitfalls/shared-rows.ts';

beforeAll(() => tf.setBackend('cpu'));

const pictures = (count: number, seed: number) => tf.randomUniform([count, 12, 12, 3], 0, 1, 'float32', seed);

describe('countSharedRows', () => {
  it('counts shared rows at any index', async () => {
    const train = pictures(20, 1);
    const validation = tf.concat([train.slice(3, 2), pictures(6, 2), train.slice(19, 1)]);
    expect(await countSharedRows(tf, train, validation)).toBe(3);
    expect(await countSharedRows(tf, train, train)).toBe(20);
  });

  it('returns 0 if no rows are shared', async () => {
    expect(await countSharedRows(tf, pictures(40, 1), pictures(40, 2))).toBe(0);
  });

  it('does not count rows that repeat by chance: with few values, or the same value everywhere', async () => {
    const flowers = tf.tensor2d([[5, 3, 1, 0]]);
    expect(await countSharedRows(tf, flowers, flowers)).toBe(0);
    expect(await countSharedRows(tf, tf.zeros([4, 100]), tf.zeros([4, 100]))).toBe(0);
  });

  it('returns 0 for rows of different sizes', async () => {
    expect(await countSharedRows(tf, tf.ones([4, 100]), tf.ones([4, 50]))).toBe(0);
  });

  it('leaks no tensors', async () => {
    const train = pictures(20, 1);
    const before = tf.memory().numTensors;
    await countSharedRows(tf, train, train);
    expect(tf.memory().numTensors).toBe(before);
  });
});
