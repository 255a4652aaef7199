import { describe, expect, it } from 'vitest';
import { numberReadings } from '../../../src/lessons-runtime/quiz/number-readings.ts';

describe('numberReadings', () => {
  it.each([
    ['42', 42],
    [' 1,5 ', 1.5],
    ['1.5', 1.5],
    ['4.2', 4.2],
    ['0,42', 0.42],
    ['6.0', 6],
    ['43,2', 43.2],
    ['0.001', 0.001],
    ['0,100', 0.1],
    ['-3', -3],
    ['\u22123,25', -3.25],
    ['1,281,167', 1_281_167],
    ['1.281.167', 1_281_167],
    ['1 281 167', 1_281_167],
    ['1\u00a0281\u202f167', 1_281_167],
    ['1 281,5', 1281.5],
    ['1.281,5', 1281.5],
    ['1,281.5', 1281.5],
    ['1281,167', 1281.167],
    ['60 días', 60],
    ['60.', 60],
    ['3 puntos de media', 3],
    ['30%', 30],
    ['1.4e17', 1.4e17],
    ['1e-4', 0.0001],
    ['.5', 0.5],
  ])('reads %s as %d only', (text, number) => {
    expect(numberReadings(text)).toEqual([number]);
  });

  it.each(['1,281', '1.281', '12.000'])('reads %s as a fraction and as thousands', (text) => {
    const digits = text.replace(/[.,]/, '');
    expect(numberReadings(text).toSorted()).toEqual(
      [Number(text.replace(',', '.')), Number(digits)].toSorted(),
    );
  });

  it('divides percentages by 100 only if the answer is a share', () => {
    for (const text of ['85 %', '85%', '85 por ciento', '85 per cent', '85 percent']) {
      expect(numberReadings(text)).toEqual([85]);
      expect(numberReadings(text, true)).toEqual([0.85]);
    }
    expect(numberReadings('0,01 %', true)).toEqual([0.0001]);
    expect(numberReadings('0,85', true)).toEqual([0.85]);
  });

  it.each([
    '',
    'many',
    '1/3',
    '3 4',
    '12 34',
    '1-2',
    ',',
    '1,2,3',
    '1.2.3',
    '1.28.167',
    '1,281,16',
    '1.281,5.2',
    '0,281,167',
    '0x10',
    'NaN',
    'Infinity',
  ])('reads “%s” as no number', (text) => {
    expect(numberReadings(text)).toEqual([]);
  });
});
