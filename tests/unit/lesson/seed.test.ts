import { expect, it } from 'vitest';
import { largestSeed, parseSeed } from '../../../src/lessons-runtime/lesson/seed.ts';

it.each(['0', '42', ' 7 ', String(largestSeed)])('parseSeed accepts %j', (text) => {
  expect(parseSeed(text)).toBe(Number(text));
});

it.each([
  '',
  '-1',
  '1.5',
  '1e3',
  'abc',
  'NaN',
  String(largestSeed + 1),
])('parseSeed returns null for %j', (text) => {
  expect(parseSeed(text)).toBeNull();
});
