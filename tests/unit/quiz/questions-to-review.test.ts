import { expect, it } from 'vitest';
import { questionItem, questionsToReview } from '../../../src/lessons-runtime/quiz/questions-to-review.ts';
import { readAnswer, writeAnswer } from '../../../src/lessons-runtime/quiz/stored-answer.ts';

it('returns the questions of the lessons whose last attempt was wrong, oldest first', () => {
  const attempts = (...entries: readonly (readonly [number, string])[]) =>
    entries.map(([at, verdict]) => ({ at, verdict }));
  const place = { quiz: 'cost', question: 'days' };
  const items = [
    { lesson: '01-a', item: questionItem(place), attempts: attempts([1, 'correct'], [9, 'incorrect']) },
    { lesson: '01-a', item: 'quiz/cost/corrected', attempts: attempts([1, 'incorrect'], [2, 'correct']) },
    { lesson: '01-a', item: 'quiz/cost/never', attempts: [] },
    { lesson: '01-a', item: 'exercise/first', attempts: attempts([1, 'incorrect']) },
    { lesson: '00-b', item: 'quiz/old/one', attempts: attempts([3, 'incorrect']) },
    { lesson: '02-c', item: 'quiz/later/one', attempts: attempts([1, 'incorrect']) },
  ];
  expect(questionsToReview(items, ['00-b', '01-a'])).toEqual([
    { lesson: '00-b', quiz: 'old', question: 'one', attempts: items[4]?.attempts },
    { lesson: '01-a', ...place, attempts: items[0]?.attempts },
  ]);
});

it('reads stored answers back, and returns null for invalid ones', () => {
  for (const answer of ['0,5', [2, 0, 1], []]) expect(readAnswer(writeAnswer(answer))).toEqual(answer);
  for (const damaged of ['', '{', '{"a":1}', '[1.5]', '["1"]', 'null', '7'])
    expect(readAnswer(damaged), damaged).toBeNull();
});
