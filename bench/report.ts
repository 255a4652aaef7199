import { ratio, summarise } from './statistics.ts';

/** One measure's part of the report. */
export interface Section {
  readonly title: string;
  /** What was done and what the columns mean, a sentence or two. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A Markdown section with its table; the first column is words, the others are figures. */
export function sectionText({ title, about, head, rows }: Section): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`### ${title}`, '', about, '', line(head), line(rule), ...rows.map(line), ''].join('\n');
}

/** `1234 (1200–1300)`: the median and the range, in milliseconds. */
export function timing(samples: readonly number[]): string {
  const { median, min, max } = summarise(samples);
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/** `×1.25`: how many times as long as the bare one. */
export function times(ours: readonly number[], bare: readonly number[]): string {
  return `×${ratio(ours, bare).toFixed(2)}`;
}

/** Three figures are what these measurements can bear. */
export function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
