import { describe, expect, it } from 'vitest';
import {
  type Augmentation,
  applyTransform,
  type RgbImage,
  type SampledTransform,
  sampleTransform,
} from '../../../src/lessons-runtime/datasets/augmentation.ts';
import { createRandom } from '../compile/seeded-random.ts';

const identity: SampledTransform = {
  flipX: false,
  flipY: false,
  shiftX: 0,
  shiftY: 0,
  angle: 0,
  brightness: 0,
  contrast: 1,
  saturation: 1,
};

/** Creates a grey image of rows of values. */
function grey(...rows: readonly (readonly number[])[]): RgbImage {
  const data = Uint8Array.from(rows.flatMap((row) => row.flatMap((value) => [value, value, value])));
  return { width: rows[0]?.length ?? 0, height: rows.length, data };
}

/** Returns the red channel of a transformed image, with two decimals. */
function transformed(picture: RgbImage, transform: Partial<SampledTransform>): number[][] {
  const target = new Float32Array(picture.data.length + 3).fill(-1);
  applyTransform(picture, { ...identity, ...transform }, target, 3);
  expect([...target.subarray(0, 3)]).toEqual([-1, -1, -1]);
  return Array.from({ length: picture.height }, (_, y) =>
    Array.from(
      { length: picture.width },
      (_, x) => Math.round((target[3 + (y * picture.width + x) * 3] ?? 0) * 100) / 100,
    ),
  );
}

const picture = grey([1, 2, 3], [4, 5, 6], [7, 8, 9]);

describe('applyTransform', () => {
  it.each<[string, Partial<SampledTransform>, number[][]]>([
    [
      'does not change the image with an identity transform',
      {},
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    ],
    [
      'flips horizontally',
      { flipX: true },
      [
        [3, 2, 1],
        [6, 5, 4],
        [9, 8, 7],
      ],
    ],
    [
      'flips vertically',
      { flipY: true },
      [
        [7, 8, 9],
        [4, 5, 6],
        [1, 2, 3],
      ],
    ],
    [
      'shifts to the right, mirroring at the edge',
      { shiftX: 1 / 3 },
      [
        [2, 1, 2],
        [5, 4, 5],
        [8, 7, 8],
      ],
    ],
    [
      'shifts by half a pixel, interpolating between rows',
      { shiftY: 1 / 6 },
      [
        [2.5, 3.5, 4.5],
        [2.5, 3.5, 4.5],
        [5.5, 6.5, 7.5],
      ],
    ],
    [
      'rotates by 90 degrees',
      { angle: Math.PI / 2 },
      [
        [7, 4, 1],
        [8, 5, 2],
        [9, 6, 3],
      ],
    ],
    [
      'increases the brightness, clamping at 255',
      { brightness: 250 },
      [
        [251, 252, 253],
        [254, 255, 255],
        [255, 255, 255],
      ],
    ],
    [
      'doubles the contrast around the mean',
      { contrast: 2 },
      [
        [0, 0, 1],
        [3, 5, 7],
        [9, 11, 13],
      ],
    ],
    [
      'does not change greys when it removes the saturation',
      { saturation: 0 },
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    ],
  ])('%s', (_, transform, expected) => expect(transformed(picture, transform)).toEqual(expected));

  it('replaces colours by their luma when it removes the saturation', () => {
    const target = new Float32Array(3);
    applyTransform(
      { width: 1, height: 1, data: Uint8Array.of(200, 100, 50) },
      { ...identity, saturation: 0 },
      target,
      0,
    );
    for (const value of target) expect(value).toBeCloseTo(0.299 * 200 + 0.587 * 100 + 0.114 * 50, 3);
  });

  it('restores the image when it rotates it back', () => {
    const random = createRandom(5);
    const data = Uint8Array.from({ length: 24 * 24 * 3 }, () => 100 + random.below(9));
    const there = new Float32Array(data.length);
    applyTransform({ width: 24, height: 24, data }, { ...identity, angle: Math.PI / 2 }, there, 0);
    const back = new Float32Array(data.length);
    applyTransform(
      { width: 24, height: 24, data: Uint8Array.from(there.map(Math.round)) },
      { ...identity, angle: -Math.PI / 2 },
      back,
      0,
    );
    for (const [at, value] of back.entries()) expect(value).toBeCloseTo(data[at] ?? Number.NaN, 3);
  });
});

describe('sampleTransform', () => {
  const all: Augmentation = {
    flip: 'both',
    shift: 0.2,
    rotate: 30,
    brightness: 0.1,
    contrast: 0.3,
    saturation: 0.5,
  };
  const draws = (options: Augmentation, seed = 1, count = 400) => {
    const random = createRandom(seed);
    return Array.from({ length: count }, () => sampleTransform(options, () => random.next()));
  };

  it('draws the same transforms from the same random numbers', () => {
    expect(draws(all)).toEqual(draws(all));
    expect(draws(all)).not.toEqual(draws(all, 2));
  });

  it('draws from the full ranges of the options', () => {
    const drawn = draws(all);
    const span = (read: (transform: SampledTransform) => number) => {
      const values = drawn.map(read);
      return [Math.min(...values), Math.max(...values)].map((value) => Math.round(value * 10) / 10);
    };
    expect(span(({ shiftX }) => shiftX)).toEqual([-0.2, 0.2]);
    expect(span(({ angle }) => (angle * 180) / Math.PI / 30)).toEqual([-1, 1]);
    expect(span(({ contrast }) => contrast)).toEqual([0.7, 1.3]);
    expect(span(({ saturation }) => saturation)).toEqual([0.5, 1.5]);
    expect(span(({ brightness }) => brightness / 25.5)).toEqual([-1, 1]);
    const flips = drawn.filter(({ flipX }) => flipX).length;
    expect(flips).toBeGreaterThan(150);
    expect(flips).toBeLessThan(250);
  });

  it('draws the same value of an option whatever the other options are', () => {
    const angles = (options: Augmentation) => draws(options).map(({ angle }) => angle);
    expect(angles({ rotate: 30 })).toEqual(angles(all));
  });

  it('draws the identity without options', () => {
    for (const transform of draws({}))
      expect(transform).toEqual({
        ...identity,
        shiftX: expect.closeTo(0),
        shiftY: expect.closeTo(0),
        angle: expect.closeTo(0),
        brightness: expect.closeTo(0),
      });
    expect(draws({ flip: 'horizontal' }).some(({ flipY }) => flipY)).toBe(false);
  });
});
