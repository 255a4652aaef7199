import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../../../../src/lessons-runtime/datasets/augmentation.ts';
import { resizePixels } from '../../../../src/lessons-runtime/datasets/labelled/resize-pixels.ts';

/** A picture whose red goes from left to right, green from top to bottom, and whose blue is 90. */
function ramp(side: number): RgbImage {
  const data = new Uint8Array(side * side * 3);
  for (let pixel = 0; pixel < side * side; pixel += 1)
    data.set([4 * (pixel % side), 4 * Math.floor(pixel / side), 90], 3 * pixel);
  return { width: side, height: side, data };
}

describe('resizePixels', () => {
  it('returns the same picture for the same size', () => {
    const picture = ramp(8);
    expect(resizePixels(picture, 8)).toBe(picture);
  });

  it('keeps an even colour, smaller and larger', () => {
    const picture = { width: 7, height: 5, data: new Uint8Array(7 * 5 * 3).fill(123) };
    for (const size of [2, 3, 16]) {
      const { width, height, data } = resizePixels(picture, size);
      expect([width, height]).toEqual([size, size]);
      expect(new Set(data)).toEqual(new Set([123]));
    }
  });

  it('keeps a ramp a ramp, with the channels apart', () => {
    const { data } = resizePixels(ramp(32), 8);
    const at = (x: number, y: number) => [...data.subarray(3 * (8 * y + x), 3 * (8 * y + x) + 3)];
    expect(at(3, 5)).toEqual([54, 86, 90]);
    expect(at(4, 5)).toEqual([70, 86, 90]);
  });

  it('averages a fine pattern instead of picking single pixels', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) =>
      Math.floor(at / 3) % 2 === 0 ? 0 : 200,
    );
    const small = resizePixels({ width: 64, height: 64, data }, 16);
    for (const value of small.data.subarray(3 * 17, 3 * 20)) expect(Math.abs(value - 100)).toBeLessThan(8);
  });
});
