import { expect, it } from 'vitest';
import { countRightlyMarked, isExplained } from '../../../src/lessons-runtime/quiz/is-explained.ts';

const wrong = (answer: string) => ({ verdict: 'incorrect', answer });

it.each([
  ['nothing yet', [], false],
  ['one wrong answer', [wrong('[0]')], false],
  ['the same wrong answer twice', [wrong('[0]'), wrong('[0]')], false],
  ['two different wrong answers', [wrong('[0]'), wrong('[2]')], true],
  ['a right answer', [{ verdict: 'correct', answer: '[1]' }], true],
  ['a check that broke', [wrong('[0]'), { verdict: 'broken', answer: '[2]' }], false],
])('after %s, all explained is %s', (_, attempts, explained) => {
  expect(isExplained(attempts)).toBe(explained);
});

it('counts options that are marked or left as in the key', () => {
  const key = { count: 4, right: [0, 2] };
  expect(countRightlyMarked(key, [0, 1])).toBe(2);
  expect(countRightlyMarked(key, [0, 2])).toBe(4);
  expect(countRightlyMarked(key, [])).toBe(2);
});
