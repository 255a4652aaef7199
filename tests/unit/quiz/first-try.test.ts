import { expect, it } from 'vitest';
import { firstRight } from '../../../src/lessons-runtime/quiz/first-try.ts';

const right = { verdict: 'correct', message: 'right' };
const wrong = { verdict: 'incorrect', message: 'otherwise' };
const broken = { verdict: 'broken', message: '' };

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
  expect(firstRight([{ verdict: 'correct', message: 'before-training' }])).toBe('unseen');
  expect(firstRight([{ verdict: 'correct', message: 'after-training' }])).toBe('seen');
});
