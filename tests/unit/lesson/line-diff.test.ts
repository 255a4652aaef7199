import { describe, expect, it } from 'vitest';
import { diffLines } from '../../../src/lessons-runtime/lesson/line-diff.ts';

/** Returns the rows as texts: `left|right`, with `·` for no line. */
const rowsOf = (left: string, right: string) =>
  diffLines(left, right).map((row) => `${row.left ?? '·'}|${row.right ?? '·'}`);

describe('diffLines', () => {
  it.each([
    ['a\nb', 'a\nb', ['a|a', 'b|b']],
    ['a\nb\nc', 'a\nx\nc', ['a|a', 'b|x', 'c|c']],
    ['a\nc', 'a\nb\nc', ['a|a', '·|b', 'c|c']],
    ['a\nb\nc', 'c', ['a|·', 'b|·', 'c|c']],
    ['a', 'b\nc', ['a|b', '·|c']],
    ['', 'a', ['|a']],
    ['a\nb', 'a\nb\n', ['a|a', 'b|b', '·|']],
  ])('compares %j with %j', (left, right, rows) => {
    expect(rowsOf(left, right)).toEqual(rows);
  });

  it('keeps every line of both texts in order', () => {
    const [left, right] = ['a\nb\nc\na\nb', 'c\na\nb\nx\na'];
    const rows = diffLines(left, right);
    expect(rows.flatMap((row) => row.left ?? []).join('\n')).toBe(left);
    expect(rows.flatMap((row) => row.right ?? []).join('\n')).toBe(right);
  });

  it('compares very long texts as a whole', () => {
    const long = Array.from({ length: 2001 }, (_, line) => line).join('\n');
    expect(diffLines(long, 'x')).toHaveLength(2001);
  });
});
