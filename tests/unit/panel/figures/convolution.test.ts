import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import {
  convolve,
  type Grid,
  greyLevels,
  greyOf,
  kernelNames,
  kernels,
  mapSide,
  stepAt,
} from '../../../../src/lessons-runtime/panel/figures/convolution.ts';

/** Dark on the left, light on the right. */
const edge: Grid = {
  width: 4,
  height: 4,
  values: [0, 0, 100, 100, 0, 0, 100, 100, 0, 0, 100, 100, 0, 0, 100, 100],
};
const valid = { stride: 1, padding: 'valid' } as const;

describe('stepAt', () => {
  it('multiplies number by number and adds the products', () => {
    expect(stepAt(edge, kernels['vertical-edges'], valid, 0, 0)).toEqual({
      left: 0,
      top: 0,
      pixels: [0, 0, 100, 0, 0, 100, 0, 0, 100],
      products: [0, 0, 100, 0, 0, 200, 0, 0, 100],
      sum: 400,
      result: 400,
    });
    expect(stepAt(edge, kernels['horizontal-edges'], valid, 1, 1).sum).toBe(0);
  });

  it('divides the sum of a blur by nine', () => {
    expect(stepAt(edge, kernels.blur, valid, 0, 0)).toMatchObject({ sum: 300, result: 300 / 9 });
  });

  it('surrounds the picture with zeros if the padding is same', () => {
    const step = stepAt(edge, kernels.sharpen, { stride: 1, padding: 'same' }, 3, 0);
    expect(step).toMatchObject({ left: 2, top: -1, pixels: [0, 0, 0, 100, 100, 0, 100, 100, 0] });
    expect(step.result).toBe(500 - 100 - 100);
  });
});

describe('convolve', () => {
  const picture: Grid = {
    width: 12,
    height: 12,
    values: Array.from({ length: 144 }, (_, at) => (at * 37) % 256),
  };

  it.each(
    kernelNames.flatMap((name) =>
      ([1, 2] as const).flatMap((stride) =>
        (['valid', 'same'] as const).map((padding) => [name, stride, padding] as const),
      ),
    ),
  )('%s with stride %d and padding %s equals tf.conv2d', (name, stride, padding) => {
    const { weights, divisor } = kernels[name];
    const map = convolve(picture, kernels[name], { stride, padding });
    const expected = tf.tidy(() =>
      tf.conv2d(
        tf.tensor4d([...picture.values], [1, 12, 12, 1]),
        tf.tensor4d([...weights], [3, 3, 1, 1]).div<tf.Tensor4D>(divisor),
        stride,
        padding,
      ),
    );
    expect(expected.shape).toEqual([1, map.height, map.width, 1]);
    for (const [at, value] of expected.dataSync().entries()) expect(map.values[at]).toBeCloseTo(value, 2);
    expected.dispose();
  });

  it.each([
    [12, 1, 'valid', 10],
    [12, 1, 'same', 12],
    [12, 2, 'valid', 5],
    [12, 2, 'same', 6],
  ] as const)('a side of %d with stride %d and padding %s becomes %d', (side, stride, padding, expected) => {
    expect(mapSide(side, { stride, padding })).toBe(expected);
  });
});

describe('greyOf', () => {
  it('shows 0 as middle grey if the kernel has negative weights', () => {
    expect([-50, 0, 50].map((value) => greyOf(value, kernels['vertical-edges'], 50))).toEqual([1, 128, 255]);
    expect(greyOf(0, kernels['vertical-edges'], 0)).toBe(128);
  });

  it('shows the values of a blur as they are', () => {
    expect([-5, 0, 77.4, 300].map((value) => greyOf(value, kernels.blur, 300))).toEqual([0, 0, 77, 255]);
  });
});

it('weighs the colours of a pixel', () => {
  expect(greyLevels([255, 0, 0, 255, 0, 255, 0, 255, 255, 255, 255, 255], 3, 1).values).toEqual([
    76, 150, 255,
  ]);
});
