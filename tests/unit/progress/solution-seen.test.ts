import { expect, it } from 'vitest';
import type { ItemRecord } from '../../../src/lessons-runtime/progress/record-types.ts';
import { firstSeen, seeSolution, solutionSeen } from '../../../src/lessons-runtime/progress/solution-seen.ts';

const attempt = (at: number, verdict: 'correct' | 'incorrect') => ({ at, answer: '', verdict, message: '' });
const item: ItemRecord = {
  lesson: '03-transfer',
  item: 'exercise/thaw',
  attempts: [attempt(1, 'incorrect'), attempt(5, 'correct'), attempt(9, 'correct')],
  hints: 0,
  isSolutionSeen: false,
};

it('tells a solution seen before solving from one seen after', () => {
  expect(solutionSeen(item)).toBe('never');
  expect(solutionSeen(seeSolution(item, 3))).toBe('before');
  expect(solutionSeen(seeSolution(item, 7))).toBe('after');
  expect(solutionSeen(seeSolution({ ...item, attempts: [] }, 7))).toBe('before');
  expect(solutionSeen({ ...item, isSolutionSeen: true })).toBe('before');
});

it('keeps when it was opened first', () => {
  expect(seeSolution(seeSolution(item, 3), 7).solutionSeenAt).toBe(3);
  expect(seeSolution({ ...item, isSolutionSeen: true }, 7)).not.toHaveProperty('solutionSeenAt');
});

it('of two records holds the earlier time, and none where one of them has none', () => {
  const [early, late] = [seeSolution(item, 3), seeSolution(item, 7)];
  expect(firstSeen(late, early)).toEqual({ isSolutionSeen: true, solutionSeenAt: 3 });
  expect(firstSeen(item, late)).toEqual({ isSolutionSeen: true, solutionSeenAt: 7 });
  expect(firstSeen({ isSolutionSeen: true }, late)).toEqual({ isSolutionSeen: true });
  expect(firstSeen(item, item)).toEqual({ isSolutionSeen: false });
});
