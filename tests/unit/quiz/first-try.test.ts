import { expect, it } from 'vitest';
import { firstRight } from '../../../src/lessons-runtime/quiz/first-try.ts';

const right = { verdict: 'correct', stage: 'checked' } as const;
const wrong = { verdict: 'incorrect', stage: 'checked' } as const;
const broken = { verdict: 'broken', stage: 'broken' } as const;

it('a question is right unseen at the first try only, whatever comes later', () => {
  expect(firstRight([right])).toBe('unseen');
  expect(firstRight([right, wrong, right])).toBe('unseen');
  expect(firstRight([wrong, right])).toBe('seen');
  expect(firstRight([wrong, right, right])).toBe('seen');
  expect(firstRight([])).toBeNull();
  expect(firstRight([wrong, wrong])).toBeNull();
});

it('what was our fault is no try', () => {
  expect(firstRight([broken, right])).toBe('unseen');
});

it('a bet is unseen where no training was seen before it', () => {
  expect(firstRight([{ verdict: 'correct', stage: 'before-training' }])).toBe('unseen');
  expect(firstRight([{ verdict: 'correct', stage: 'after-training' }])).toBe('seen');
});
