import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/lessons-runtime/panel/output/parse-markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('blocks', () => {
  it('parses paragraphs, headings, lists and fenced code', () => {
    expect(
      parseMarkdown('## Title\none\ntwo\n\n- a\n* b\n1. c\n2) d\n```ts\nconst **x** = 1;\n\ny\n```\nend'),
    ).toEqual([
      { kind: 'heading', inner: [text('Title')] },
      { kind: 'paragraph', inner: [text('one two')] },
      { kind: 'unordered', items: [[text('a')], [text('b')]] },
      { kind: 'ordered', items: [[text('c')], [text('d')]] },
      { kind: 'code', text: 'const **x** = 1;\n\ny' },
      { kind: 'paragraph', inner: [text('end')] },
    ]);
  });

  it('returns no blocks for an empty text', () => {
    expect(parseMarkdown('')).toEqual([]);
    expect(parseMarkdown('\n \r\n')).toEqual([]);
  });

  it('extends an unclosed fence to the end of the text', () => {
    expect(parseMarkdown('```\na\nb')).toEqual([{ kind: 'code', text: 'a\nb' }]);
  });
});

describe('the parts of a line', () => {
  const inner = (line: string) => {
    const [block] = parseMarkdown(line);
    return block?.kind === 'paragraph' ? block.inner : [];
  };

  it('parses nested bold, emphasis and code', () => {
    expect(inner('a **b *c* `d**`** e')).toEqual([
      text('a '),
      {
        kind: 'strong',
        inner: [text('b '), { kind: 'em', inner: [text('c')] }, text(' `d')],
      },
      text('`** e'),
    ]);
    expect(inner('`**x**` y')).toEqual([{ kind: 'code', text: '**x**' }, text(' y')]);
    expect(inner('**x**')).toEqual([{ kind: 'strong', inner: [text('x')] }]);
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
  ])('leaves %j unchanged', (line) => {
    expect(inner(line)).toEqual([text(line)]);
  });

  it('keeps the text of hostile input and parses it quickly', () => {
    const start = performance.now();
    for (const line of [
      '*'.repeat(1e5),
      '**a'.repeat(3e4),
      `a${'`'.repeat(1e5)}`,
      '*a '.repeat(3e4),
      '**a* '.repeat(900),
    ]) {
      expect(JSON.stringify(parseMarkdown(line)).length).toBeGreaterThan(line.trim().length / 5);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
