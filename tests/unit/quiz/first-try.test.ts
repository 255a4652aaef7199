import { expect, it } from 'vitest';
import { firstRight } from '../../../src/lessons-runtime/quiz/first-try.ts';

const right = { verdict: 'correct', stage: 'checked' } as const;
const wrong = { verdict: 'incorrect', stage: 'checked' } as const;
const broken = { verdict: 'broken', stage: 'broken' } as const;

it('returns unseen only if the first attempt is correct, whatever follows', () => {
  expect(firstRight([right])).toBe('unseen');
  expect(firstRight([right, wrong, right])).toBe('unseen');
  expect(firstRight([wrong, right])).toBe('seen');
  expect(firstRight([wrong, right, right])).toBe('seen');
  expect(firstRight([])).toBeNull();
  expect(firstRight([wrong, wrong])).toBeNull();
});

it('ignores broken attempts', () => {
  expect(firstRight([broken, right])).toBe('unseen');
});

it('returns unseen for a bet that was placed before a training', () => {
  expect(firstRight([{ verdict: 'correct', stage: 'before-training' }])).toBe('unseen');
  expect(firstRight([{ verdict: 'correct', stage: 'after-training' }])).toBe('seen');
});
