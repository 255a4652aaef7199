import { describe, expect, it } from 'vitest';
import { finalValue, hasShape } from '../../../src/lessons-runtime/quiz/curve-shape.ts';
import type { CurveCondition, CurveShape } from '../../../src/lessons-runtime/quiz/question-key.ts';
import { scoreCurve } from '../../../src/lessons-runtime/quiz/score-curve.ts';

const curves = {
  climbing: [0.5, 0.7, 0.85, 0.9, 0.95, 0.97, 0.98, 1],
  sinking: [1.5, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02],
  still: [0.5, 0.58, 0.44, 0.52, 0.49, 0.51, 0.5, 0.52],
  overfitting: [0.9, 0.7, 0.6, 0.62, 0.7, 0.8, 0.9, 0.95],
  exploding: [1, 3, 20, 400, 2e4, 1e6, 1e8, 1e10],
  lost: [1, 0.8, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
};

describe('hasShape', () => {
  it.each([
    ['climbing', ['rises']],
    ['sinking', ['falls']],
    ['still', ['flat']],
    ['overfitting', ['flat', 'valley']],
    ['exploding', ['rises', 'diverges']],
    ['lost', ['diverges']],
  ] as const)('a %s curve has exactly the shapes %j', (name, shapes) => {
    const all: readonly CurveShape[] = ['rises', 'falls', 'flat', 'valley', 'diverges'];
    expect(all.filter((shape) => hasShape(curves[name], shape))).toEqual(shapes);
  });

  it('uses the mean of the last quarter as the final value', () => {
    expect(finalValue([0, 0, 0, 0, 0, 0, 1, 3])).toBe(2);
    expect(finalValue([1, 2])).toBe(2);
  });
});

describe('scoreCurve', () => {
  const options: readonly (readonly CurveCondition[])[] = [
    [
      { metric: 'acc', shape: 'rises' },
      { metric: 'acc', minus: 'val_acc', final: [-1, 0.1] },
    ],
    [
      { metric: 'acc', shape: 'rises' },
      { metric: 'acc', minus: 'val_acc', final: [0.1, 1] },
    ],
    [{ metric: 'acc', shape: 'flat' }],
  ];
  const training = (acc: readonly number[], val: readonly number[], outcome = 'done') => ({
    outcome,
    curves: [
      { name: 'acc', values: acc },
      { name: 'val_acc', values: val },
    ],
  });

  it('scores a prediction by the first option that the training matches', () => {
    const overfitted = training(curves.climbing, curves.still);
    expect(scoreCurve(options, 1, overfitted)).toEqual({ kind: 'judged', verdict: 'correct', fitting: 1 });
    expect(scoreCurve(options, 0, overfitted)).toEqual({ kind: 'judged', verdict: 'incorrect', fitting: 1 });
    const together = training(curves.climbing, curves.climbing);
    expect(scoreCurve(options, 0, together)).toMatchObject({ verdict: 'correct', fitting: 0 });
    const stuck = training(curves.still, curves.still);
    expect(scoreCurve(options, 2, stuck)).toMatchObject({ verdict: 'correct', fitting: 2 });
  });

  it('scores nothing if the training matches no option', () => {
    expect(scoreCurve(options, 0, training(curves.sinking, curves.still))).toEqual({ kind: 'none-fits' });
    const withoutValidation = { outcome: 'done', curves: [{ name: 'acc', values: curves.climbing }] };
    expect(scoreCurve(options, 1, withoutValidation)).toEqual({ kind: 'none-fits' });
  });

  it('scores nothing for a training that is incomplete or too short', () => {
    const none = { kind: 'no-curve' };
    expect(scoreCurve(options, 1, training(curves.climbing, curves.still, 'stopped'))).toEqual(none);
    expect(scoreCurve(options, 1, training([0.5, 0.9], [0.5, 0.6]))).toEqual(none);
    expect(scoreCurve(options, 1, { outcome: 'done', curves: [] })).toEqual(none);
  });
});
