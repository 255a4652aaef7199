import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/lessons-runtime/models/crc32.ts';
import { createRandom } from '../compile/seeded-random.ts';

describe('crc32', () => {
  it.each([
    ['123456789', 0xcbf43926],
    ['', 0],
    ['a', 0xe8b7be43],
  ])('returns the published value of %j', (text, expected) => {
    expect(crc32(new TextEncoder().encode(text))).toBe(expected);
  });

  it('returns the same value as zlib, for every length and offset in a buffer', () => {
    const { below } = createRandom(1);
    const buffer = Uint8Array.from({ length: 100 }, () => below(256));
    for (let begin = 0; begin < 17; begin += 1) {
      for (let end = begin; end <= buffer.length; end += 1) {
        const bytes = buffer.subarray(begin, end);
        expect(crc32(bytes)).toBe(zlibCrc32(bytes));
      }
    }
  });
});
