import { ratio, summarise } from './statistics.ts';

/** A table of the report. */
export interface Section {
  readonly title: string;
  /** What was measured, and what the columns mean. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Formats a section as Markdown. The first column of its table is text, the others are numbers. */
export function sectionText({ title, about, head, rows }: Section): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`### ${title}`, '', about, '', line(head), line(rule), ...rows.map(line), ''].join('\n');
}

/** Formats timings as median and range: `1234 (1200–1300)`. @param samples in milliseconds */
export function timing(samples: readonly number[]): string {
  const { median, min, max } = summarise(samples);
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/** Formats the ratio of two medians: `×1.25`. */
export function times(ours: readonly number[], bare: readonly number[]): string {
  return `×${ratio(ours, bare).toFixed(2)}`;
}

/** Formats a number with three significant digits, which is about the precision of these measurements. */
export function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Formats a number of bytes in kilobytes of 1000 bytes. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
