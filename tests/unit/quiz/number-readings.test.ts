import { describe, expect, it } from 'vitest';
import { numberReadings } from '../../../src/lessons-runtime/quiz/number-readings.ts';

describe('a typed number', () => {
  it.each([
    ['42', 42],
    [' 1,5 ', 1.5],
    ['1.5', 1.5],
    ['-3', -3],
    ['\u22123,25', -3.25],
    ['1,281,167', 1_281_167],
    ['1.281.167', 1_281_167],
    ['1 281 167', 1_281_167],
    ['1\u00a0281\u202f167', 1_281_167],
    ['1.281,5', 1281.5],
    ['1,281.5', 1281.5],
    ['60 días', 60],
    ['30%', 30],
    ['1.4e17', 1.4e17],
    ['.5', 0.5],
  ])('%s may mean %d', (text, meant) => {
    expect(numberReadings(text)).toContain(meant);
  });

  it('with one comma may be a fraction or thousands', () => {
    expect(numberReadings('1,281')).toEqual(expect.arrayContaining([1.281, 1281]));
  });

  it.each(['', 'many', '1/3', '3 4', '1-2', ',', '0x10', 'NaN', 'Infinity'])('“%s” is none', (text) => {
    expect(numberReadings(text)).toEqual([]);
  });
});
