import { expect, it } from 'vitest';
import { byteSize } from '../../../src/lessons-runtime/shared/byte-size.ts';

it.each([
  [0, '0 B', '0 B'],
  [999, '999 B', '999 B'],
  [1000, '1 kB', '1 kB'],
  [1500, '1,5 kB', '1.5 kB'],
  [999_999, '1000 kB', '1,000 kB'],
  [18_540_000, '18,5 MB', '18.5 MB'],
  [2.5e9, '2,5 GB', '2.5 GB'],
  [3e13, '30.000 GB', '30,000 GB'],
])('%d bytes are %s or %s', (bytes, es, en) => {
  expect(byteSize('es', bytes)).toBe(es);
  expect(byteSize('en', bytes)).toBe(en);
});
