import { crc32 as zlibCrc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32 } from '../../../src/lessons-runtime/models/crc32.ts';
import { createRandom } from '../compile/seeded-random.ts';

it('gives the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

it('agrees with zlib at every length and at every place in a buffer', () => {
  const { below } = createRandom(1);
  const buffer = Uint8Array.from({ length: 100 }, () => below(256));
  for (let begin = 0; begin < 17; begin += 1) {
    for (let end = begin; end <= buffer.length; end += 1) {
      const bytes = buffer.subarray(begin, end);
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }
  }
});
