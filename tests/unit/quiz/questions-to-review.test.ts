import { expect, it } from 'vitest';
import { questionItem, questionsToReview } from '../../../src/lessons-runtime/quiz/questions-to-review.ts';
import { readAnswer, writeAnswer } from '../../../src/lessons-runtime/quiz/stored-answer.ts';

it('reviews what went wrong last in earlier lessons, the longest waiting first', () => {
  const tries = (...told: readonly (readonly [number, string])[]) =>
    told.map(([at, verdict]) => ({ at, verdict }));
  const place = { quiz: 'cost', question: 'days' };
  const items = [
    { lesson: '01-a', item: questionItem(place), attempts: tries([1, 'correct'], [9, 'incorrect']) },
    { lesson: '01-a', item: 'quiz/cost/mended', attempts: tries([1, 'incorrect'], [2, 'correct']) },
    { lesson: '01-a', item: 'quiz/cost/never', attempts: [] },
    { lesson: '01-a', item: 'exercise/first', attempts: tries([1, 'incorrect']) },
    { lesson: '00-b', item: 'quiz/old/one', attempts: tries([3, 'incorrect']) },
    { lesson: '02-c', item: 'quiz/later/one', attempts: tries([1, 'incorrect']) },
  ];
  expect(questionsToReview(items, ['00-b', '01-a'])).toEqual([
    { lesson: '00-b', quiz: 'old', question: 'one', attempts: items[4]?.attempts },
    { lesson: '01-a', ...place, attempts: items[0]?.attempts },
  ]);
});

it('keeps answers as text, and takes only answers back', () => {
  for (const answer of ['0,5', [2, 0, 1], []]) expect(readAnswer(writeAnswer(answer))).toEqual(answer);
  for (const damaged of ['', '{', '{"a":1}', '[1.5]', '["1"]', 'null', '7'])
    expect(readAnswer(damaged), damaged).toBeNull();
});
