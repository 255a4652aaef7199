import { describe, expect, it } from 'vitest';
import {
  cellText,
  numberText,
  type Quantity,
  quantitiesOf,
  shareText,
} from '../../../../src/lessons-runtime/panel/output/number-text.ts';
import { formatFor } from '../../../../src/lessons-runtime/shared/format.ts';

const es = formatFor('es');
const en = formatFor('en');

/** Returns what the numbers of a single column are. */
function quantityOf(column: string, cells: readonly (string | number)[]): Quantity | undefined {
  return quantitiesOf(
    [column],
    cells.map((cell) => [cell]),
  )[0];
}

describe('quantitiesOf', () => {
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

describe('quantitiesOf for a summary', () => {
  it.each([
    ['beside accuracies', ['accuracy', 'mean', 'worst', 'best'], [0.8, 0.7, 0.6, 0.9], ''],
    ['below a title', ['base', 'media', 'peor', 'mejor'], ['iconNet', 0.7, 0.6, 0.9], 'Exactitud'],
    ['of a row of accuracies', ['measure', 'mean', 'worst', 'best'], ['val_acc', 0.7, 0.6, 0.9], ''],
  ])('is a share %s', (_, columns, row, title) => {
    expect(quantitiesOf(columns, [row], title).slice(1)).toEqual(['share', 'share', 'share']);
  });

  it.each([
    ['without evidence', ['base', 'mean', 'best'], ['iconNet', 0.7, 0.9], ''],
    ['in a table with losses', ['accuracy', 'mean', 'valLoss'], [0.8, 0.7, 0.3], ''],
    ['of a row of losses', ['accuracy', 'mean'], [0.8, 0.7], 'Pérdida'],
    ['above 1', ['accuracy', 'mean'], [0.8, 7], ''],
    ['that is a count', ['accuracy', 'epochs'], [0.8, 1], ''],
    ['of a spread', ['accuracy', 'deviation'], [0.8, 0.1], ''],
  ])('is a number %s', (_, columns, row, title) => {
    expect(quantitiesOf(columns, [row], title)[1]).toBe('number');
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
