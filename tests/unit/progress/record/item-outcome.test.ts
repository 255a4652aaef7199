import { describe, expect, it } from 'vitest';
import { itemState } from '../../../../src/lessons-runtime/panel/progress-page/part-state.ts';
import { progressPageWords } from '../../../../src/lessons-runtime/panel/progress-page/progress-page-words.ts';
import { outcomeOf } from '../../../../src/lessons-runtime/progress/record/item-outcome.ts';
import type { Attempt, ItemRecord } from '../../../../src/lessons-runtime/progress/record/record-types.ts';

const attempt = (verdict: Attempt['verdict'], stage: Attempt['stage'] = 'checked'): Attempt => ({
  at: 1,
  answer: '[0]',
  verdict,
  stage,
  message: '',
});
const itemOf = (...attempts: readonly Attempt[]): ItemRecord => ({
  lesson: '03-transfer',
  item: 'quiz/memorise/two-losses',
  attempts,
  hints: 0,
  isSolutionSeen: false,
});

describe('outcomeOf an item with a correct answer', () => {
  it.each([
    ['at the first attempt', true, 'right, at the first try', [attempt('correct')]],
    [
      'after a check that failed to run',
      true,
      'right, at the first try',
      [attempt('broken', 'broken'), attempt('correct')],
    ],
    ['at the second attempt', false, 'right, at try 2', [attempt('incorrect'), attempt('correct')]],
    ['as a bet before training', true, 'right, at the first try', [attempt('correct', 'before-training')]],
    [
      'as a bet after training',
      false,
      'right, with the training already seen',
      [attempt('correct', 'after-training')],
    ],
  ])('%s', (_, isFirstTry, text, attempts) => {
    expect(outcomeOf(itemOf(...attempts)).isFirstTry).toBe(isFirstTry);
    expect(itemState(itemOf(...attempts), progressPageWords.en)).toBe(text);
  });
});
