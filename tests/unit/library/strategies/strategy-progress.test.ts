import { describe, expect, it } from 'vitest';
import {
  resultsOf,
  type StrategyEpoch,
  type StrategyName,
  type StrategyProgress,
  secondsLeft,
} from '../../../../src/lessons-runtime/library/strategies/strategy-progress.ts';

const epoch = (seconds: number): StrategyEpoch => ({
  accuracy: 0.9,
  valAccuracy: 0.8,
  valLoss: 0.5,
  seconds,
});
const progress = (
  strategy: StrategyName,
  inheritedEpochs: number,
  ...seconds: readonly number[]
): StrategyProgress => ({
  strategy,
  trainable: 10,
  inheritedEpochs,
  epochs: seconds.map(epoch),
});

describe('secondsLeft', () => {
  it('returns null before the first epoch', () => {
    expect(secondsLeft([progress('scratch', 0), progress('frozen', 0)], 4)).toBeNull();
  });

  it('assumes that strategies that have not begun are as slow as the slowest, without their inherited epochs', () => {
    const strategies = [
      progress('scratch', 0, 3, 6),
      progress('frozen', 0),
      progress('lastBlock', 2),
      progress('all', 2),
    ];
    expect(secondsLeft(strategies, 4)).toBe(3 * (2 + 4 + 2 + 2));
  });

  it('uses a strategy’s own pace, without inherited epochs, as soon as it has one', () => {
    const strategies = [
      progress('scratch', 0, 3, 6, 9, 12),
      progress('frozen', 0, 1, 2, 3, 4),
      progress('lastBlock', 2, 1, 2, 4),
      progress('all', 2),
    ];
    expect(secondsLeft(strategies, 4)).toBe(2 + 3 * 2);
    expect(secondsLeft(strategies.slice(0, 2), 4)).toBe(0);
  });
});

describe('resultsOf', () => {
  it('omits strategies without a completed epoch', () => {
    expect(resultsOf([progress('scratch', 0, 2, 5), progress('frozen', 0)])).toEqual([
      { way: 'scratch', trainable: 10, epochs: 2, seconds: 5, accuracy: 0.9, valAccuracy: 0.8 },
    ]);
  });
});
