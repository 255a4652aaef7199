import { describe, expect, it } from 'vitest';
import { pairHeadings } from '../../../../src/course/lessons/pair-headings.ts';

const heading = (depth: number, slug: string) => ({ depth, slug, text: slug });

describe('pairHeadings', () => {
  it('pairs ids by position', () => {
    expect(
      pairHeadings(
        '01',
        [heading(2, 'predecir'), heading(3, 'top-5')],
        [heading(2, 'predict'), heading(3, 'top-5-1')],
      ),
    ).toEqual({ predecir: 'predict', 'top-5': 'top-5-1' });
  });

  it.each([
    ['one is missing', [heading(2, 'a')]],
    ['a level differs', [heading(2, 'a'), heading(2, 'b')]],
  ])('throws if %s', (_, there) => {
    expect(() => pairHeadings('01-pretrained', [heading(2, 'x'), heading(3, 'y')], there)).toThrow(
      /^01-pretrained: expected the same headings in both languages, found h2 h3 in one/,
    );
  });
});
