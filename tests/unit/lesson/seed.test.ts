import { expect, it } from 'vitest';
import { largestSeed, parseSeed } from '../../../src/lessons-runtime/lesson/seed.ts';

it.each(['0', '42', ' 7 ', String(largestSeed)])('%j is a seed', (text) => {
  expect(parseSeed(text)).toBe(Number(text));
});

it.each(['', '-1', '1.5', '1e3', 'abc', 'NaN', String(largestSeed + 1)])('%j is none', (text) => {
  expect(parseSeed(text)).toBeNull();
});
