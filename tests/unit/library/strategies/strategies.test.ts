import { describe, expect, it } from 'vitest';
import {
  resultsOf,
  type StrategyEpoch,
  type StrategyName,
  type StrategyProgress,
  secondsLeft,
} from '../../../../src/lessons-runtime/library/strategies/strategies.ts';

const epoch = (seconds: number): StrategyEpoch => ({
  accuracy: 0.9,
  valAccuracy: 0.8,
  valLoss: 0.5,
  seconds,
});
const way = (name: StrategyName, taken: number, ...seconds: readonly number[]): StrategyProgress => ({
  way: name,
  trainable: 10,
  taken,
  epochs: seconds.map(epoch),
});

describe('the time that is left', () => {
  it('is not known before the first epoch', () => {
    expect(secondsLeft([way('scratch', 0), way('frozen', 0)], 4)).toBeNull();
  });

  it('takes ways that have not begun for as slow as the slowest, less the epochs that they take over', () => {
    const ways = [way('scratch', 0, 3, 6), way('frozen', 0), way('lastBlock', 2), way('all', 2)];
    expect(secondsLeft(ways, 4)).toBe(3 * (2 + 4 + 2 + 2));
  });

  it('counts each by its own pace once it has one; epochs that were taken over are none', () => {
    const ways = [
      way('scratch', 0, 3, 6, 9, 12),
      way('frozen', 0, 1, 2, 3, 4),
      way('lastBlock', 2, 1, 2, 4),
      way('all', 2),
    ];
    expect(secondsLeft(ways, 4)).toBe(2 + 3 * 2);
    expect(secondsLeft(ways.slice(0, 2), 4)).toBe(0);
  });
});

it('a way without a finished epoch has no result', () => {
  expect(resultsOf([way('scratch', 0, 2, 5), way('frozen', 0)])).toEqual([
    { way: 'scratch', trainable: 10, epochs: 2, seconds: 5, accuracy: 0.9, valAccuracy: 0.8 },
  ]);
});
