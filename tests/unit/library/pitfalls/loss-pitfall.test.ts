import { describe, expect, it } from 'vitest';
import {
  detectLossPitfall,
  isHardlyBetterThanGuessing,
  isStuckAtGuessing,
} from '../../../../src/lessons-runtime/library/pitfalls/loss-pitfall.ts';

describe('detectLossPitfall', () => {
  it.each([
    ['falls', [2, 1, 0.5], null, null],
    ['is a little higher than the best', [0.5, 0.1, 0.3], null, null],
    ['is high from the start', [50], null, null],
    ['is NaN', [2, Number.NaN], null, { kind: 'nan', epoch: 2 }],
    ['is infinite', [Number.POSITIVE_INFINITY], null, { kind: 'nan', epoch: 1 }],
    ['jumps', [0.5, 0.2, 1], null, { kind: 'jump', epoch: 3, before: 0.2, loss: 1 }],
    [
      'starts far above an earlier training’s',
      [1.5],
      0.3,
      { kind: 'fine-tuning-jump', before: 0.3, loss: 1.5 },
    ],
    ['starts a little above an earlier training’s', [0.5], 0.3, null],
  ])('checks a loss that %s', (_, losses, before, pitfall) => {
    expect(detectLossPitfall(losses, before)).toEqual(pitfall);
  });

  it.each([
    ['ignores', 'still better than guessing', 0.5, null],
    ['reports', 'no better than guessing', 0.8, { kind: 'fine-tuning-jump', before: 0.01, loss: 0.8 }],
  ])('%s a start far above an earlier training’s loss that is %s', (_, __, loss, pitfall) => {
    expect(detectLossPitfall([loss], 0.01, Math.log(2))).toEqual(pitfall);
  });

  it('reports a jump only if the loss is no better than guessing', () => {
    expect(detectLossPitfall([0.01, 0.5], null, Math.log(2))).toBeNull();
    expect(detectLossPitfall([0.01, 0.8], null, Math.log(2))).toMatchObject({ kind: 'jump', epoch: 2 });
  });
});

describe('isStuckAtGuessing', () => {
  const guessing = Math.log(10);

  it('returns true for losses that stay at ln K', () => {
    expect(isStuckAtGuessing([guessing, guessing + 0.01, guessing - 0.001], 10)).toBe(true);
  });

  it.each([
    ['too few', [guessing, guessing], 10],
    ['falling slowly', [guessing, guessing - 0.03, guessing - 0.06], 10],
    ['far from ln K', [0.7, 0.69, 0.7], 10],
    ['of one class', [0, 0, 0], 1],
  ])('returns false for losses that are %s', (_, losses, classes) => {
    expect(isStuckAtGuessing(losses, classes)).toBe(false);
  });
});

describe('isHardlyBetterThanGuessing', () => {
  it('compares the last of at least three losses with half of ln K', () => {
    expect(isHardlyBetterThanGuessing([3, 2, 1.3], 10)).toBe(true);
    expect(isHardlyBetterThanGuessing([3, 2, 0.5], 10)).toBe(false);
    expect(isHardlyBetterThanGuessing([3], 10)).toBe(false);
  });
});
