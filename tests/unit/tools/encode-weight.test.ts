import { io } from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../tools/convert-efficientnet-lite0/encode-weight.ts';
import { encodeWeight, toFloat16 } from '../../../tools/convert-efficientnet-lite0/encode-weight.ts';

const values = Float32Array.of(-0.75, -0.1, 0, 1e-7, 3e-5, 0.1, 0.3333333, 1.5, 2.25);

describe('encodeWeight, decoded by tfjs', () => {
  it('keeps float32 exactly', () => {
    expect(decode('float32')).toEqual(values);
  });

  it.each([
    ['uint8', 3 / 255 / 2],
    ['uint16', 3 / 65535 / 2],
  ] as const)('%s is accurate to a step, and zero is exact', (encoding, half) => {
    const decoded = decode(encoding);
    expect(decoded[2]).toBe(0);
    for (const [index, value] of values.entries()) {
      // Representing zero exactly may shift the grid by up to half a step, which affects only the extremes.
      expect(Math.abs((decoded[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(2 * half);
    }
  });

  it('float16 has a relative error of at most 2^-11', () => {
    const decoded = decode('float16');
    for (const [index, value] of values.entries()) {
      const allowed = Math.max(Math.abs(value) * 2 ** -11, 2 ** -25);
      expect(Math.abs((decoded[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(allowed);
    }
  });

  it('accepts a tensor whose values are all equal', () => {
    expect(decode('uint8', Float32Array.of(0, 0))).toEqual(Float32Array.of(0, 0));
    expect(decode('uint8', Float32Array.of(4, 4))[0]).toBeCloseTo(4, 5);
  });

  it('rejects values that are not finite or too large for float16', () => {
    expect(() => encodeWeight(Float32Array.of(1, Number.NaN), 'uint8')).toThrow('not a finite number');
    expect(() => encodeWeight(Float32Array.of(70000), 'float16')).toThrow('beyond the range');
  });
});

describe('toFloat16', () => {
  it.each([
    [0, 0x0000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -26, 0x0000],
    [1023.75 * 2 ** -24, 0x0400],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [0.33333334, 0x3555],
  ])('%d is 0x%s', (value, bits) => {
    expect(toFloat16(value)).toBe(bits);
  });
});

function decode(encoding: Encoding, source = values): Float32Array {
  const { bytes, quantization } = encodeWeight(source, encoding);
  const entry = { name: 'w', shape: [source.length], dtype: 'float32' as const };
  const { w } = io.decodeWeights(new Uint8Array(bytes).buffer, [
    quantization ? { ...entry, quantization } : entry,
  ]);
  return Float32Array.from(w?.dataSync() ?? []);
}
