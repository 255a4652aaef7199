import { expect, it } from 'vitest';
import { figure, kilobytes, sectionText, times, timing } from '../../../bench/report.ts';

it('figures bear three digits', () => {
  expect([1234.5, 100.4, 12.345, 1.234, 0.0567].map(figure)).toEqual(['1235', '100', '12.3', '1.23', '0.06']);
  expect(kilobytes(12_345)).toBe('12.3');
});

it('a timing is the median with its range, and a ratio is of medians', () => {
  expect(timing([300, 100, 200])).toBe('200 (100–300)');
  expect(times([300, 100, 200], [100])).toBe('×2.00');
});

it('a section is a Markdown table, whatever its cells hold', () => {
  expect(sectionText({ title: 'T', about: 'A.', head: ['what', 'time'], rows: [['a | b', '1']] })).toBe(
    '### T\n\nA.\n\n| what | time |\n| --- | ---: |\n| a \\| b | 1 |\n',
  );
});
