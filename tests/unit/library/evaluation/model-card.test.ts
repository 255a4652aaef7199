import { describe, expect, it } from 'vitest';
import { writeModelCard } from '../../../../src/lessons-runtime/library/evaluation/model-card.ts';
import { wilsonInterval } from '../../../../src/lessons-runtime/library/evaluation/wilson-interval.ts';

describe('wilsonInterval', () => {
  // Published values: Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17, 1998, table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('returns the published interval of %i of %i', (successes, total, low, high) => {
    const interval = wilsonInterval(successes, total);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });
});

const report = {
  accuracy: 0.75,
  classes: [
    { name: 'cup', accuracy: 1, count: 2 },
    { name: 'pen', accuracy: 0.5, count: 2 },
  ],
  confusion: [
    [2, 0],
    [1, 1],
  ],
  worst: [],
};
const facts = {
  input: [null, 128, 128, 3],
  parameters: 3_500_000,
  trained: 1_234,
  date: new Date(2026, 10, 24, 12).getTime(),
};

describe('writeModelCard', () => {
  it('lists base, parameters, data, accuracy with its interval, and confusions', () => {
    const card = writeModelCard(
      'desk',
      {
        report,
        author: 'Ada',
        purpose: 'Tells cups from pens.',
        limits: 'Nothing else.',
        base: 'A',
        preprocessing: 'x / 255',
        examples: [9, 8],
      },
      facts,
      'en',
    );
    expect(card).toMatch(/^# Model card of desk\n/);
    for (const line of [
      '- **Author**: Ada',
      '- **Date**: November 24, 2026',
      '- **What it is not for**: Nothing else.',
      '- Input: [null, 128, 128, 3]',
      '- Preprocessing of the pixels, from 0 to 255: x / 255',
      '- Parameters: 3,500,000, of which 1,234 were trained',
      '- pen: 8 examples',
      '- 3 of 4, 75%. With so few examples the true accuracy may be anywhere from 30% to 95% (Wilson interval, 95%)',
      '- cup: 2 of 2',
      '- says “cup” to pen: once',
    ])
      expect(card.split('\n')).toContain(line);
    expect(card).toContain('Fewer than 30');
  });

  it('marks options that were left out, and states that there are no confusions', () => {
    const perfect = {
      ...report,
      confusion: [
        [20, 0],
        [0, 20],
      ],
    };
    const card = writeModelCard('mesa', { report: perfect, author: ' ' }, facts, 'es');
    expect(card).toContain('- **Autor**: (falta escribirlo)');
    expect(card).toContain('- **Fecha**: 24 de noviembre de 2026');
    expect(card).toContain('40 de 40, un 100\u00a0%.');
    expect(card).toContain('- Ninguna confusión en estos ejemplos');
    expect(card).not.toContain('Menos de 30');
    expect(card).not.toContain('Datos de entrenamiento');
  });
});
