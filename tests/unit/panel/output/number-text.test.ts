import { describe, expect, it } from 'vitest';
import {
  cellText,
  numberText,
  quantityOf,
  shareText,
} from '../../../../src/lessons-runtime/panel/output/number-text.ts';
import { formatFor } from '../../../../src/lessons-runtime/shared/format.ts';

const es = formatFor('es');
const en = formatFor('en');

describe('quantityOf', () => {
  it.each([
    'acc',
    'val_acc',
    'accuracy',
    'valAccuracy',
    'Exactitud en validación',
    'p',
    'probability',
    'recall',
    'share of votes',
  ])('is a share for %s, if all numbers are from 0 to 1', (column) => {
    expect(quantityOf(column, [0, 0.5, 1, Number.NaN, ''])).toBe('share');
    expect(quantityOf(column, [0.5, 1.5])).toBe('number');
    expect(quantityOf(column, [-0.1, 0.1])).toBe('number');
  });

  it.each([
    'loss',
    'learningRate',
    'likeness',
    'parameters',
    'epoch',
    'map',
    'spread',
  ])('is a number for %s', (column) => {
    expect(quantityOf(column, [0.5])).toBe('number');
  });

  it.each(['classIndex', 'seed', 'id', 'año'])('is a name for %s', (column) => {
    expect(quantityOf(column, [12345])).toBe('name');
  });
});

describe('numberText', () => {
  it.each([
    [0.828362882137, 'number', '0,8284', '0.8284'],
    [1281167, 'number', '1.281.167', '1,281,167'],
    [12345, 'name', '12345', '12345'],
    [0.828362882137, 'share', '82,8 %', '82.8%'],
    [1, 'share', '100 %', '100%'],
    [Number.NaN, 'number', 'NaN', 'NaN'],
    [Number.POSITIVE_INFINITY, 'number', '∞', '∞'],
    [-0, 'number', '-0', '-0'],
  ] as const)('writes %d as a %s in both languages', (value, quantity, spanish, english) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(numberText(value, quantity, es))).toBe(spanish);
    expect(plain(numberText(value, quantity, en))).toBe(english);
  });

  it('leaves texts as they are', () => {
    expect(cellText('0.5', 'share', es)).toBe('0.5');
  });
});

it('shareText never rounds a share to none or to all', () => {
  expect([0, 0.00001, 0.0005, 0.5, 0.9994, 0.99999, 1].map((share) => shareText(share, en))).toEqual([
    '0%',
    '< 0.1%',
    '0.1%',
    '50%',
    '99.9%',
    '> 99.9%',
    '100%',
  ]);
});
