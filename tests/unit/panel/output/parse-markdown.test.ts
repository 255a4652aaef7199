import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/lessons-runtime/panel/output/parse-markdown.ts';

const text = (words: string) => ({ type: 'text', text: words });

describe('blocks', () => {
  it('are paragraphs, headings, lists and fenced code', () => {
    expect(
      parseMarkdown('## Title\none\ntwo\n\n- a\n* b\n1. c\n2) d\n```ts\nconst **x** = 1;\n\ny\n```\nend'),
    ).toEqual([
      { type: 'heading', inner: [text('Title')] },
      { type: 'paragraph', inner: [text('one two')] },
      { type: 'unordered', items: [[text('a')], [text('b')]] },
      { type: 'ordered', items: [[text('c')], [text('d')]] },
      { type: 'code', text: 'const **x** = 1;\n\ny' },
      { type: 'paragraph', inner: [text('end')] },
    ]);
  });

  it('are none of nothing', () => {
    expect(parseMarkdown('')).toEqual([]);
    expect(parseMarkdown('\n \r\n')).toEqual([]);
  });

  it('let an open fence run to the end', () => {
    expect(parseMarkdown('```\na\nb')).toEqual([{ type: 'code', text: 'a\nb' }]);
  });
});

describe('pieces of a line', () => {
  const inner = (line: string) => {
    const [block] = parseMarkdown(line);
    return block?.type === 'paragraph' ? block.inner : [];
  };

  it('are bold, emphasis and code, one within the other', () => {
    expect(inner('a **b *c* `d**`** e')).toEqual([
      text('a '),
      {
        type: 'strong',
        inner: [text('b '), { type: 'em', inner: [text('c')] }, text(' `d')],
      },
      text('`** e'),
    ]);
    expect(inner('`**x**` y')).toEqual([{ type: 'code', text: '**x**' }, text(' y')]);
    expect(inner('**x**')).toEqual([{ type: 'strong', inner: [text('x')] }]);
  });

  it.each([
    '2 * 3 * 4',
    '** x **',
    'a*',
    '*',
    '`',
    '****',
    '[a](javascript:alert(1))',
    '<img src=x onerror=1>',
    '&lt;',
  ])('%j stays the text it is', (line) => {
    expect(inner(line)).toEqual([text(line)]);
  });

  it('lose nothing but marks, and take no time, whatever is written', () => {
    const began = performance.now();
    for (const line of [
      '*'.repeat(1e5),
      '**a'.repeat(3e4),
      `a${'`'.repeat(1e5)}`,
      '*a '.repeat(3e4),
      '**a* '.repeat(900),
    ]) {
      expect(JSON.stringify(parseMarkdown(line)).length).toBeGreaterThan(line.trim().length / 5);
    }
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
