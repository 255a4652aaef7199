import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldBatchNorm } from '../../../tools/convert-efficientnet-lite0/fold-batch-norm.ts';
import { transpose } from '../../../tools/convert-efficientnet-lite0/transpose.ts';

const statistics = {
  gamma: Float32Array.of(1.5, -0.25, 0.75, 2),
  beta: Float32Array.of(0.1, 0.2, -3, 0),
  mean: Float32Array.of(-1, 0.5, 4, 0),
  variance: Float32Array.of(0.04, 9, 1, 0),
  epsilon: 1e-3,
};

beforeAll(() => tf.setBackend('cpu'));

describe('foldBatchNorm', () => {
  it('gives the same outputs as convolution and BatchNorm', async () => {
    const kernel = { shape: [4, 2, 3, 3], data: random(4 * 2 * 9) };
    const folded = foldBatchNorm(kernel, statistics);
    const image = tf.tensor4d(random(2 * 5 * 5 * 2), [2, 5, 5, 2]);
    const convolve = (data: Float32Array): tf.Tensor4D => {
      const hwio = transpose({ shape: kernel.shape, data }, [2, 3, 1, 0]);
      return tf.conv2d(image, tf.tensor4d(hwio.data, [3, 3, 2, 4]), 2, 'same');
    };
    const expected = normalise(convolve(kernel.data));
    const found = tf.add(convolve(folded.kernel), tf.tensor1d(folded.bias));
    expect(await largestDifference(found, expected)).toBeLessThan(1e-4);
  });

  it('gives the same outputs as depthwise convolution and BatchNorm', async () => {
    const kernel = { shape: [4, 1, 5, 5], data: random(4 * 25) };
    const folded = foldBatchNorm(kernel, statistics);
    const image = tf.tensor4d(random(6 * 6 * 4), [1, 6, 6, 4]);
    const convolve = (data: Float32Array): tf.Tensor4D => {
      const hwcm = transpose({ shape: kernel.shape, data }, [2, 3, 0, 1]);
      return tf.depthwiseConv2d(image, tf.tensor4d(hwcm.data, [5, 5, 4, 1]), 2, 'same');
    };
    const expected = normalise(convolve(kernel.data));
    const found = tf.add(convolve(folded.kernel), tf.tensor1d(folded.bias));
    expect(await largestDifference(found, expected)).toBeLessThan(1e-4);
  });

  it('rejects statistics with another number of channels', () => {
    const kernel = { shape: [3, 1, 1, 1], data: random(3) };
    expect(() => foldBatchNorm(kernel, statistics)).toThrow(
      '4 values of gamma, the kernel has 3 output channels',
    );
  });
});

describe('transpose', () => {
  it('reorders axes as numpy does', () => {
    const transposed = transpose({ shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) }, [1, 0]);
    expect(transposed).toEqual({ shape: [3, 2], data: Float32Array.of(1, 4, 2, 5, 3, 6) });
    expect(() => transpose(transposed, [0, 0])).toThrow('[0,0] is not a permutation');
  });
});

function normalise(x: tf.Tensor4D): tf.Tensor {
  const { mean, variance, beta, gamma, epsilon } = statistics;
  return tf.batchNorm4d(
    x,
    tf.tensor1d(mean),
    tf.tensor1d(variance),
    tf.tensor1d(beta),
    tf.tensor1d(gamma),
    epsilon,
  );
}

async function largestDifference(a: tf.Tensor, b: tf.Tensor): Promise<number> {
  expect(a.shape).toEqual(b.shape);
  const [largest] = await tf.max(tf.abs(tf.sub(a, b))).data();
  return largest ?? Number.NaN;
}

/** Returns reproducible pseudorandom numbers from -1 to 1 (mulberry32). */
function random(length: number): Float32Array {
  let state = length;
  return Float32Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  });
}
