import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../../../../src/course/measurements/measured-text.ts';
import {
  compareRows,
  findRow,
  type MeasuredRow,
  readMeasurements,
} from '../../../../src/course/measurements/measurements.ts';

const row = (
  base: string,
  strategy: string,
  recalls: readonly number[],
  others: Partial<MeasuredRow> = {},
): MeasuredRow => ({
  target: 'landscapes',
  inputSize: 96,
  perClass: 10,
  base,
  strategy,
  recalls: [...recalls],
  validationRecalls: [...recalls],
  seconds: 1,
  ...others,
});

const rows: readonly MeasuredRow[] = [
  row('none', 'scratch-plain', [60, 64, 62], { validationRecalls: [55, 55, 55] }),
  row('none', 'scratch-augmented', [58, 60, 62], { validationRecalls: [60, 61, 62] }),
  row('mobilenet', 'frozen', [80, 82, 87]),
  row('mobilenet', 'frozen-longer', [81, 82, 87]),
  row('mobilenet', 'everything', [80, 85.5, 88, 91]),
  row('mobilenet', 'frozen', [70, 71, 72], { perClass: 5 }),
];
const mobileNet = { target: 'landscapes', base: 'mobilenet', strategy: 'everything' } as const;

describe('findRow', () => {
  it('returns the row with 10 examples unless another number is given', () => {
    const name = { target: 'landscapes', base: 'mobilenet', strategy: 'frozen' };
    expect(findRow(rows, name).recalls).toEqual([80, 82, 87]);
    expect(findRow(rows, { ...name, perClass: 5 }).recalls).toEqual([70, 71, 72]);
  });

  it('chooses the recipe from scratch on validation, not on the test', () => {
    const name = { target: 'landscapes', base: 'none', strategy: 'scratch' };
    expect(findRow(rows, name).strategy).toBe('scratch-augmented');
  });

  it('names the rows that exist if it finds none', () => {
    const find = (change: object) => () => findRow(rows, { ...mobileNet, ...change });
    expect(find({ base: 'resnet' })).toThrow('no row landscapes resnet everything with 10 examples');
    expect(find({ base: 'resnet' })).toThrow('mobilenet frozen-longer');
    expect(find({ target: 'planets' })).toThrow('there are: landscapes');
  });
});

describe('compareRows', () => {
  it('compares only the splits that both rows have', () => {
    const everything = findRow(rows, mobileNet);
    const control = findRow(rows, { ...mobileNet, strategy: 'frozen-longer' });
    // The differences are −1, 3.5 and 1.
    expect(compareRows(everything, control)).toMatchObject({ wins: 2, ties: 0, splits: 3 });
    expect(compareRows(everything, control).mean).toBeCloseTo(3.5 / 3, 10);
    expect(compareRows(everything, control).standardError).toBeCloseTo(1.30171, 4);
  });
});

describe('measuredText', () => {
  it('formats the mean and the deviation in each language', () => {
    const frozen = { ...mobileNet, strategy: 'frozen' };
    expect(measuredText(rows, frozen, 'es')).toBe('83,0 ± 3,6');
    expect(measuredText(rows, frozen, 'en')).toBe('83.0 ± 3.6');
    expect(measuredText(rows, { ...frozen, perClass: '5' }, 'en')).toBe('71.0 ± 1.0');
  });

  it('formats the paired difference with its sign and its standard error', () => {
    expect(measuredText(rows, { ...mobileNet, minus: 'frozen-longer' }, 'es')).toBe('+1,2 ± 1,3');
    const back = { ...mobileNet, strategy: 'frozen-longer', minus: 'everything' };
    expect(measuredText(rows, back, 'en')).toBe('−1.2 ± 1.3');
    const scratch = { ...mobileNet, strategy: 'frozen', minus: 'scratch', minusBase: 'none' };
    expect(measuredText(rows, scratch, 'en')).toBe('+23.0 ± 1.0');
  });

  it('formats the numbers of wins and of splits', () => {
    expect(measuredText(rows, { ...mobileNet, minus: 'frozen-longer', form: 'wins' }, 'en')).toBe('2');
    expect(measuredText(rows, { ...mobileNet, form: 'splits' }, 'en')).toBe('4');
  });

  it('rejects an unknown form, and a comparison without a row to compare with', () => {
    expect(() => measuredText(rows, { ...mobileNet, form: 'median' }, 'en')).toThrow(
      'expected the form recall, gain, wins, splits, found median',
    );
    expect(() => measuredText(rows, { ...mobileNet, form: 'wins' }, 'en')).toThrow(
      'needs the attribute minus',
    );
    expect(() => measuredText(rows, {}, 'en')).toThrow('no row');
  });
});

describe('readMeasurements', () => {
  it('names each invalid field', () => {
    const folder = mkdtempSync(join(tmpdir(), 'measurements-'));
    const file = join(folder, 'measurements.json');
    const read = (content: object): string => {
      writeFileSync(file, JSON.stringify(content));
      try {
        return readMeasurements(file).machine;
      } catch (error) {
        return String(error);
      }
    };
    const step = { base: 'mobilenet', inputSize: 96, layers: 'all', batch: 16, milliseconds: 200 };
    expect(read({ machine: 'm', steps: [step], rows })).toBe('m');
    const outOfRange = row('none', 'scratch-plain', [101]);
    const found = read({ machine: 'm', steps: [step], rows: [outOfRange, { ...rows[0], second: 1 }] });
    expect(found).toContain('rows[0].recalls[0]');
    expect(found).toContain('"second"');
    rmSync(folder, { recursive: true });
  });
});
