import { expect, it } from 'vitest';
import { findNumber, nearestPlace, numberAsCode } from '../../../src/lessons-runtime/lesson/slider.ts';

it.each([
  ['const topK = 5;', 'const topK = ', 5],
  ['// const topK = x\nconst topK = 1_000;', 'const topK = ', 1000],
  ['adam(1e-4)', 'adam(', 0.0001],
  ['adam(.5)', 'adam(', 0.5],
  ['at(-2)', 'at(', -2],
  ['const topK = many;', 'const topK = ', null],
  ['const other = 5;', 'const topK = ', null],
])('finds the number in %j', (code, before, value) => {
  const found = findNumber(code, { before });
  expect(found?.value ?? null).toBe(value);
  if (found !== null) {
    const written = code.slice(0, found.from) + numberAsCode(7) + code.slice(found.to);
    expect(findNumber(written, { before })?.value).toBe(7);
  }
});

it('finds the nearest place of a slider, and writes small numbers without an exponent', () => {
  expect(nearestPlace({ values: [1, 2, 5, 10] }, 6)).toBe(2);
  expect([5, 0.5, 0.00001, 0.0000003].map(numberAsCode)).toEqual(['5', '0.5', '0.00001', '0.0000003']);
});
