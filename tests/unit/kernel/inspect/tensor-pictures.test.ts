import { describe, expect, it } from 'vitest';
import { picturesOf } from '../../../../src/lessons-runtime/kernel/inspect/tensor-pictures.ts';
import { statisticsOf } from '../../../../src/lessons-runtime/kernel/inspect/tensor-statistics.ts';

function pictures(shape: readonly number[], valueAt: (index: number) => number) {
  const size = shape.reduce((product, n) => product * n, 1);
  const values = Float32Array.from({ length: size }, (_, index) => valueAt(index));
  return picturesOf(values, shape, statisticsOf(values));
}

const pixel = (found: ReturnType<typeof pictures>, at: number) => [
  ...new Uint8Array(found?.pixels ?? new ArrayBuffer(0), at * 4, 4),
];

describe('picturesOf', () => {
  it.each([
    ['0..1', (n: number) => n % 2, [0, 255, 0, 255]],
    ['-1..1', (n: number) => (n % 2) * 2 - 1, [0, 255, 0, 255]],
    ['0..255', (n: number) => (n % 2) * 200, [0, 200, 0, 255]],
  ] as const)('recognizes values %s', (values, valueAt, first) => {
    const found = pictures([8, 10, 3], valueAt);
    expect(found).toMatchObject({ width: 10, height: 8, count: 1, total: 1, values });
    expect(pixel(found, 0)).toEqual(first);
  });

  it('draws one channel in grey and a fourth channel as opacity', () => {
    expect(
      pixel(
        pictures([8, 8, 1], (n) => n / 63),
        63,
      ),
    ).toEqual([255, 255, 255, 255]);
    expect(
      pixel(
        pictures([8, 8, 4], (n) => (n % 4 === 3 ? 0 : 1)),
        5,
      ),
    ).toEqual([255, 255, 255, 0]);
  });

  it('stacks at most sixteen pictures of a batch', () => {
    const found = pictures([20, 8, 8, 1], (n) => Math.floor(n / 64));
    expect(found).toMatchObject({ count: 16, total: 20, values: '0..255' });
    expect(found?.pixels.byteLength).toBe(16 * 64 * 4);
    expect([0, 64, 15 * 64].map((at) => pixel(found, at)[0])).toEqual([0, 1, 15]);
  });

  it('subsamples large pictures', () => {
    expect(pictures([2000, 1500, 1], (n) => n % 2)).toMatchObject({ width: 750, height: 1000 });
    expect(pictures([2, 300, 600, 1], (n) => n % 2)).toMatchObject({ width: 200, height: 100 });
  });

  it('tolerates values slightly beyond the range', () => {
    expect(pictures([8, 8, 1], (n) => (n === 0 ? 1.0005 : 0))?.values).toBe('0..1');
  });
});

describe('picturesOf returns null for', () => {
  it.each([
    ['a kernel', [3, 3, 3]],
    ['features', [8, 8, 32]],
    ['a matrix', [28, 28]],
    ['a strip', [100, 8, 1]],
    ['an empty batch', [0, 28, 28, 1]],
    ['a batch of videos', [1, 2, 28, 28, 3]],
  ])('%s', (_, shape) => {
    expect(pictures(shape, (n) => n % 2)).toBeNull();
  });

  it.each([
    ['logits', (n: number) => n * 3 - 200],
    ['NaN', (n: number) => (n === 5 ? Number.NaN : 0.5)],
    ['large values', () => 256],
  ])('%s', (_, valueAt) => {
    expect(pictures([8, 8, 3], valueAt)).toBeNull();
  });
});
