import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../src/lessons-runtime/shared/format.ts';

const es = formatFor('es');
const en = formatFor('en');
/** Replaces the no-break spaces that `Intl` puts between a number and its unit. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a formatted number', () => {
  it.each([
    ['as a count', es.count(1281167), '1.281.167', en.count(1281167), '1,281,167'],
    ['to three digits', es.number(0.12345), '0,123', en.number(0.12345), '0.123'],
    ['whole, as it is', es.number(12345), '12.345', en.number(12345), '12,345'],
    ['large, not rounded before the point', es.number(1234567.8), '1.234.568', en.number(9999.5), '10,000'],
    ['as it was written', es.exact(1281.50625), '1281,50625', en.exact(0.1), '0.1'],
    ['tiny', es.number(1.42e-14), '1,42 × 10⁻¹⁴', en.number(3.57e-41, 2), '3.6 × 10⁻⁴¹'],
    [
      'tiny, rounded up to a power of ten',
      es.number(-9.996e-7),
      '-1 × 10⁻⁶',
      en.number(1.239e-300),
      '1.24 × 10⁻³⁰⁰',
    ],
    ['just large enough for decimals', es.number(1e-6), '0,000001', en.number(-1.5e-6), '-0.0000015'],
    ['with two decimals', es.fixed(0.5, 2), '0,50', en.fixed(0.5, 2), '0.50'],
    ['as a percentage', plain(es.percent(0.875)), '87,5 %', en.percent(0.875), '87.5%'],
    ['NaN', es.number(Number.NaN), 'NaN', en.number(Number.NaN), 'NaN'],
    ['infinite', es.number(Number.POSITIVE_INFINITY), '∞', en.fixed(Number.NEGATIVE_INFINITY, 2), '-∞'],
  ])('%s', (_, inSpanish, spanish, inEnglish, english) => {
    expect([inSpanish, inEnglish]).toEqual([spanish, english]);
  });
});

it('formats shapes as TensorFlow.js does', () => {
  expect(es.shape([null, 224, 224, 3])).toBe('[null, 224, 224, 3]');
  expect(en.shape([])).toBe('[]');
});

it('formats lists and plurals by language', () => {
  expect(es.list(['a', 'b', 'c'])).toBe('a, b y c');
  expect(en.list(['a', 'b'], 'disjunction')).toBe('a or b');
  expect(es.plural(1, 'capa', 'capas')).toBe('1 capa');
  expect(es.plural(12000, 'capa', 'capas')).toBe('12.000 capas');
  expect(en.plural(0, 'layer', 'layers')).toBe('0 layers');
});

it.each([
  [0.2412, '0,24 s'],
  [3.14, '3,1 s'],
  [59.4, '59,4 s'],
  [125, '2 min 5 s'],
  [3840, '1 h 4 min'],
])('formats %d seconds as %s', (seconds, text) => {
  expect(es.duration(seconds)).toBe(text);
});

it.each([
  [512, '512 B'],
  [3_140_000, '3,1 MB'],
  [1e13, '10.000 GB'],
])('formats %d bytes as %s', (bytes, text) => {
  expect(es.bytes(bytes)).toBe(text);
});

it('formats a day without a time', () => {
  expect(es.day(new Date(2026, 10, 30, 12).getTime())).toBe('30 de noviembre de 2026');
  expect(en.day(new Date(2026, 10, 30, 12).getTime())).toBe('November 30, 2026');
});

it('formats a date with day and time', () => {
  expect(es.date(Date.UTC(2026, 10, 30, 12), 'long')).toContain('noviembre de 2026');
  expect(en.date(Date.UTC(2026, 10, 30, 12), 'medium')).toContain('Nov 30, 2026');
});
