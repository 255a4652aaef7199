import { describe, expect, it } from 'vitest';
import {
  isHardlyBetterThanGuessing,
  isStuckAtGuessing,
  newestLossTrap,
} from '../../../../src/lessons-runtime/library/traps/loss-trap.ts';

describe('the newest loss', () => {
  it.each([
    ['falls', [2, 1, 0.5], null, null],
    ['is a little higher than the best', [0.5, 0.1, 0.3], null, null],
    ['is high from the start', [50], null, null],
    ['is NaN', [2, Number.NaN], null, { kind: 'nan', epoch: 2 }],
    ['is infinite', [Number.POSITIVE_INFINITY], null, { kind: 'nan', epoch: 1 }],
    ['jumps', [0.5, 0.2, 1], null, { kind: 'jump', epoch: 3, before: 0.2, loss: 1 }],
    ['begins far above where it was', [1.5], 0.3, { kind: 'fine-tuning-jump', before: 0.3, loss: 1.5 }],
    ['begins a little above where it was', [0.5], 0.3, null],
  ])('%s', (_, losses, before, trap) => {
    expect(newestLossTrap(losses, before)).toEqual(trap);
  });

  it.each([
    ['still better than guessing', 0.5, null],
    ['no better than guessing', 0.8, { kind: 'fine-tuning-jump', before: 0.01, loss: 0.8 }],
  ])('begins far above where it was, %s', (_, loss, trap) => {
    expect(newestLossTrap([loss], 0.01, Math.log(2))).toEqual(trap);
  });

  it('jumps back to guessing, or is only worse for a while', () => {
    expect(newestLossTrap([0.01, 0.5], null, Math.log(2))).toBeNull();
    expect(newestLossTrap([0.01, 0.8], null, Math.log(2))).toMatchObject({ kind: 'jump', epoch: 2 });
  });
});

describe('losses', () => {
  const guessing = Math.log(10);

  it('are stuck where they stay at ln K', () => {
    expect(isStuckAtGuessing([guessing, guessing + 0.01, guessing - 0.001], 10)).toBe(true);
  });

  it.each([
    ['too few to tell', [guessing, guessing], 10],
    ['falling slowly', [guessing, guessing - 0.03, guessing - 0.06], 10],
    ['far from it', [0.7, 0.69, 0.7], 10],
    ['of one class', [0, 0, 0], 1],
  ])('are not stuck where they are %s', (_, losses, classes) => {
    expect(isStuckAtGuessing(losses, classes)).toBe(false);
  });

  it('are worth a look where they hardly fell', () => {
    expect(isHardlyBetterThanGuessing([3, 2, 1.3], 10)).toBe(true);
    expect(isHardlyBetterThanGuessing([3, 2, 0.5], 10)).toBe(false);
    expect(isHardlyBetterThanGuessing([3], 10)).toBe(false);
  });
});
