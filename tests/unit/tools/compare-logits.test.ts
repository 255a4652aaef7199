import { describe, expect, it } from 'vitest';
import {
  compareLogits,
  relativeError,
  softmax,
} from '../../../tools/convert-efficientnet-lite0/compare-logits.ts';

const photo = Float32Array.of(0, 5, 4, 3, 2, 1);

describe('compareLogits', () => {
  it('finds no difference between equal logits', () => {
    expect(compareLogits([photo], [photo])).toEqual({
      photos: 1,
      largestSoftmaxDifference: 0,
      sameTop1: 1,
      sameTop5Order: 1,
      logitsRms: 0,
    });
  });

  it('detects a swap among the five most probable classes, and a missing photo', () => {
    const swapped = Float32Array.of(0, 5, 4, 3, 1, 2);
    const difference = compareLogits([photo, swapped], [photo, photo]);
    expect(difference).toMatchObject({ photos: 2, sameTop1: 2, sameTop5Order: 1 });
    expect(difference.largestSoftmaxDifference).toBeCloseTo(
      (softmax(photo)[4] ?? 0) - (softmax(photo)[5] ?? 0),
      12,
    );
    expect(difference.logitsRms).toBeCloseTo(Math.sqrt(2 / 12), 12);
    expect(compareLogits([], [photo]).largestSoftmaxDifference).toBeNaN();
  });
});

describe('relativeError', () => {
  it('is the norm of the difference divided by that of the expected values', () => {
    expect(relativeError([Float32Array.of(3, 4)], [Float32Array.of(3, 4)])).toBe(0);
    expect(relativeError([Float32Array.of(3, 5)], [Float32Array.of(3, 4)])).toBeCloseTo(0.2, 12);
  });
});
