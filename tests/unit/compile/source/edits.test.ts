import { describe, expect, test } from 'vitest';
import { createEdits } from '../../../../src/lessons-runtime/compile/source/edits.ts';

describe('createEdits', () => {
  test('nests insertions at one offset, in whatever order they were made', () => {
    const edits = createEdits('ab');
    edits.wrap(1, 2, '(', ')');
    edits.before(1, 'in:');
    edits.lead(1, 'lead;');
    edits.wrap(0, 1, '<', '>');
    edits.trail(1, '|trail');
    edits.after(1, '=after');
    edits.terminate(1);
    edits.terminate(1);
    expect(edits.apply().text).toBe('<a=after>|trail;lead;(in:b)');
  });

  test('nests equal ranges in the order in which they were wrapped', () => {
    const edits = createEdits('x');
    edits.wrap(0, 1, '1', '1');
    edits.wrap(0, 1, '2', '2');
    expect(edits.apply().text).toBe('12x21');
  });

  test('puts prepended text before all other insertions', () => {
    const edits = createEdits('x');
    edits.lead(0, ';');
    edits.prepend('first ');
    edits.prepend('second ', 1);
    const { text, insertions } = edits.apply();
    expect(text).toBe('first second ;x');
    expect(insertions.map(({ origin }) => origin)).toEqual([0, 1, 0]);
  });

  test('keeps white space and line breaks when blanking', () => {
    const edits = createEdits('a: {\r\n\tb\u2028c }!');
    edits.blank(1, 12, ';');
    expect(edits.apply().text).toBe('a;  \r\n\t \u2028   !');
    expect(edits.blankFrom(1)).toBe(12);
    expect(edits.blankFrom(2)).toBeUndefined();
    expect(edits.isBlankUpTo(12)).toBe(true);
  });

  test('puts a character into a blanked range', () => {
    const edits = createEdits('(a)');
    edits.put(2, ']');
    edits.blank(0, 3);
    expect(edits.apply().text).toBe('  ]');
  });
});
