import { expect, it } from 'vitest';
import { quizWords } from '../../../../src/lessons-runtime/panel/quiz/quiz-words.ts';

it('marks right and wrong answers by a sign and a word', () => {
  for (const { right, wrong } of Object.values(quizWords)) {
    expect(right).toMatch(/^✓ \p{L}/u);
    expect(wrong).toMatch(/^✗ \p{L}/u);
  }
});
