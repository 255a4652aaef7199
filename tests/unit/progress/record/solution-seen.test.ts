import { expect, it } from 'vitest';
import type { ItemRecord } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import {
  markSolutionSeen,
  mergeSolutionSeen,
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

it('distinguishes a solution opened before solving from one opened after', () => {
  expect(solutionSeen(item)).toBe('never');
  expect(solutionSeen(markSolutionSeen(item, 3))).toBe('before');
  expect(solutionSeen(markSolutionSeen(item, 7))).toBe('after');
  expect(solutionSeen(markSolutionSeen({ ...item, attempts: [] }, 7))).toBe('before');
  expect(solutionSeen({ ...item, isSolutionSeen: true })).toBe('before');
});

it('keeps the time of the first opening', () => {
  expect(markSolutionSeen(markSolutionSeen(item, 3), 7).solutionSeenAt).toBe(3);
  expect(markSolutionSeen({ ...item, isSolutionSeen: true }, 7)).not.toHaveProperty('solutionSeenAt');
});

it('merges to the earlier time, or to none if one of the times is unknown', () => {
  const [early, late] = [markSolutionSeen(item, 3), markSolutionSeen(item, 7)];
  expect(mergeSolutionSeen(late, early)).toEqual({ isSolutionSeen: true, solutionSeenAt: 3 });
  expect(mergeSolutionSeen(item, late)).toEqual({ isSolutionSeen: true, solutionSeenAt: 7 });
  expect(mergeSolutionSeen({ isSolutionSeen: true }, late)).toEqual({ isSolutionSeen: true });
  expect(mergeSolutionSeen(item, item)).toEqual({ isSolutionSeen: false });
});
