import { expect, it } from 'vitest';
import { trackOutcomes } from '../../../../src/lessons-runtime/panel/lesson/track-outcomes.ts';

it('returns the outcome of each finished run once', () => {
  const newOutcome = trackOutcomes();
  const outcomes = (['queued', 'running', 'done', 'done'] as const).map((status) =>
    newOutcome('a', { run: 1, status }),
  );
  expect(outcomes).toEqual([null, null, 'done', null]);
  expect(newOutcome('a', { run: 3, status: 'failed' })).toBe('failed');
});

it('distinguishes cells', () => {
  const newOutcome = trackOutcomes();
  expect(newOutcome('a', { run: 1, status: 'stopped' })).toBe('stopped');
  expect(newOutcome('b', { run: 1, status: 'stopped' })).toBe('stopped');
});
