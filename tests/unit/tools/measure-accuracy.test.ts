import { expect, it } from 'vitest';
import { largestDifference, measureAccuracy } from '../../../tools/train-network/measure-accuracy.ts';

it('measureAccuracy counts the pictures whose class is the first, or among the first five', () => {
  const probabilities = [
    [0.5, 0.2, 0.1, 0.1, 0.05, 0.05],
    [0.3, 0.25, 0.2, 0.15, 0.09, 0.01],
    [0.3, 0.25, 0.2, 0.15, 0.09, 0.01],
    [0.3, 0.25, 0.2, 0.15, 0.09, 0.01],
  ];
  expect(measureAccuracy(Float32Array.from(probabilities.flat()), [0, 1, 4, 5])).toEqual({
    pictures: 4,
    top1: 0.25,
    top5: 0.75,
  });
});

it('largestDifference compares two lists element by element', () => {
  expect(largestDifference(Float32Array.of(0.5, 0.25, 1), Float32Array.of(0.75, 0.25, 0.5))).toBe(0.5);
});
