import { describe, expect, it } from 'vitest';
import { codeTokens } from '../../../src/lessons-runtime/lesson/code-tokens.ts';

describe('codeTokens', () => {
  it.each([
    ['a = b; // c', 'a=b'],
    ['f(1_000, "x",)', "f( 1000, 'x' )"],
    ['/* c */ x . y', 'x.y'],
    ["'it\\'s' + a", '"it\\\'s" + a'],
  ])('returns the same tokens for %s and %s', (one, other) => {
    expect(codeTokens(one)).toEqual(codeTokens(other));
  });

  it.each([
    ['a + b', 'b + a'],
    ['"a b"', '"ab"'],
    ['ab', 'a b'],
    ['x.map', 'x map'],
    ['"// a"', '"'],
    [`'\${a}'`, `\`\${a}\``],
  ])('returns different tokens for %s and %s', (one, other) => {
    expect(codeTokens(one)).not.toEqual(codeTokens(other));
  });
});
