import { describe, expect, it } from 'vitest';
import { answerNow } from '../../../src/lessons-runtime/quiz/answer-now.ts';

const then = ['a', 'b', 'c'];

describe('answerNow', () => {
  it.each([
    ['single', [0], ['b', 'a', 'c'], [1]],
    ['multiple', [0, 2], ['c', 'b', 'a'], [0, 2]],
    ['multiple', [0, 1], ['c', 'a', 'b'], [1, 2]],
    ['curve', [2], ['c', 'a', 'b'], [0]],
    ['ordering', [2, 0, 1], ['b', 'c', 'a'], [1, 2, 0]],
    ['matching', [1, 0, 2], ['c', 'a', 'b'], [0, 2, 1]],
  ] as const)('follows the options of a question of kind %s: %j in %j', (kind, answer, now, expected) => {
    expect(answerNow(answer, kind, then, now)).toEqual(expected);
  });

  it.each([
    'single',
    'multiple',
    'curve',
    'ordering',
    'matching',
  ] as const)('finds that the options of a question of kind %s have changed', (kind) => {
    const answer = kind === 'ordering' || kind === 'matching' ? [0, 1, 2] : [0];
    expect(answerNow(answer, kind, then, ['a', 'b', 'x'])).toBeNull();
    expect(answerNow(answer, kind, then, ['a', 'b', 'c', 'd'])).toBeNull();
    expect(answerNow(answer, kind, then, then)).toEqual(answer);
  });

  it('keeps typed answers, and answers of before the options were stored', () => {
    expect(answerNow('0.5', 'numeric', undefined, undefined)).toBe('0.5');
    expect(answerNow([1], 'single', undefined, then)).toEqual([1]);
  });
});
