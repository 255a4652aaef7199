import { describe, expect, it } from 'vitest';
import {
  asProbabilities,
  onlyClassPredicted,
  scorePredictions,
} from '../../../../src/lessons-runtime/library/evaluation/score-predictions.ts';

describe('asProbabilities', () => {
  it('returns outputs unchanged if each row sums to 1', () => {
    const outputs = [0.25, 0.75, 1, 0];
    expect(asProbabilities(outputs, 2)).toEqual({
      classes: 2,
      rows: [
        [0.25, 0.75],
        [1, 0],
      ],
    });
  });

  it('applies softmax to other outputs', () => {
    const { rows } = asProbabilities([1000, 1000 + Math.log(3), -5, -5], 2);
    expect(rows[0]?.[1]).toBeCloseTo(0.75);
    expect(rows[1]).toEqual([0.5, 0.5]);
  });

  it('takes a single output as the second of two classes', () => {
    expect(asProbabilities([0.25], 1)).toEqual({ classes: 2, rows: [[0.75, 0.25]] });
    expect(asProbabilities([Math.log(3), -1], 1).rows[0]?.[1]).toBeCloseTo(0.75);
  });

  it('returns NaN for NaN', () => {
    expect(asProbabilities([Number.NaN, Number.NaN], 2).rows).toEqual([[Number.NaN, Number.NaN]]);
  });
});

describe('scorePredictions', () => {
  const rows = [
    [0.9, 0.1],
    [0.2, 0.8],
    [0.6, 0.4],
  ];

  it('counts the predictions of each label', () => {
    const { correct, total, confusion } = scorePredictions(rows, [0, 1, 1], 2);
    expect([correct, total]).toEqual([2, 3]);
    expect(confusion).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  it('orders examples by descending loss, NaN first, with a finite loss for a probability of 0', () => {
    const { byLoss } = scorePredictions([...rows, [1, 0]], [0, 1, 1, 1], 2);
    expect(byLoss.map(({ index }) => index)).toEqual([3, 2, 1, 0]);
    expect(byLoss[0]?.loss).toBeCloseTo(-Math.log(1e-7));
    const [worst] = scorePredictions([...rows, [Number.NaN, Number.NaN]], [0, 1, 1, 1], 2).byLoss;
    expect(worst?.index).toBe(3);
  });

  it('detects that one class is predicted for all, unless all labels are of one class', () => {
    const all = [
      [0.9, 0.1],
      [0.6, 0.4],
    ];
    expect(onlyClassPredicted(scorePredictions(all, [0, 1], 2))).toBe(0);
    expect(onlyClassPredicted(scorePredictions(all, [0, 0], 2))).toBeNull();
    expect(onlyClassPredicted(scorePredictions(rows, [0, 1, 1], 2))).toBeNull();
    expect(onlyClassPredicted(scorePredictions([], [], 2))).toBeNull();
  });
});
