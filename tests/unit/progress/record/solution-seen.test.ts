import { expect, it } from 'vitest';
import type { ItemRecord } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import {
  firstSeen,
  markSolutionSeen,
  solutionSeen,
} from '../../../../src/lessons-runtime/progress/record/solution-seen.ts';

const attempt = (at: number, verdict: 'correct' | 'incorrect') =>
  ({ at, answer: '', verdict, stage: 'checked', message: '' }) as const;
const item: ItemRecord = {
  lesson: '03-transfer',
  item: 'exercise/thaw',
  attempts: [attempt(1, 'incorrect'), attempt(5, 'correct'), attempt(9, 'correct')],
  hints: 0,
  isSolutionSeen: false,
};

it('tells a solution seen before solving from one seen after', () => {
  expect(solutionSeen(item)).toBe('never');
  expect(solutionSeen(markSolutionSeen(item, 3))).toBe('before');
  expect(solutionSeen(markSolutionSeen(item, 7))).toBe('after');
  expect(solutionSeen(markSolutionSeen({ ...item, attempts: [] }, 7))).toBe('before');
  expect(solutionSeen({ ...item, isSolutionSeen: true })).toBe('before');
});

it('keeps when it was opened first', () => {
  expect(markSolutionSeen(markSolutionSeen(item, 3), 7).solutionSeenAt).toBe(3);
  expect(markSolutionSeen({ ...item, isSolutionSeen: true }, 7)).not.toHaveProperty('solutionSeenAt');
});

it('of two records holds the earlier time, and none where one of them has none', () => {
  const [early, late] = [markSolutionSeen(item, 3), markSolutionSeen(item, 7)];
  expect(firstSeen(late, early)).toEqual({ isSolutionSeen: true, solutionSeenAt: 3 });
  expect(firstSeen(item, late)).toEqual({ isSolutionSeen: true, solutionSeenAt: 7 });
  expect(firstSeen({ isSolutionSeen: true }, late)).toEqual({ isSolutionSeen: true });
  expect(firstSeen(item, item)).toEqual({ isSolutionSeen: false });
});
