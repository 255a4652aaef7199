import { expect, it } from 'vitest';
import { figure, kilobytes, sectionText, times, timing } from '../../../bench/report.ts';

it('figure formats three significant digits, kilobytes one decimal', () => {
  expect([1234.5, 100.4, 12.345, 1.234, 0.0567].map(figure)).toEqual(['1235', '100', '12.3', '1.23', '0.06']);
  expect(kilobytes(12_345)).toBe('12.3');
});

it('timing formats the median and range, times the ratio of medians', () => {
  expect(timing([300, 100, 200])).toBe('200 (100–300)');
  expect(times([300, 100, 200], [100])).toBe('×2.00');
});

it('sectionText formats a Markdown table and escapes its cells', () => {
  expect(sectionText({ title: 'T', about: 'A.', head: ['what', 'time'], rows: [['a | b', '1']] })).toBe(
    '### T\n\nA.\n\n| what | time |\n| --- | ---: |\n| a \\| b | 1 |\n',
  );
});
