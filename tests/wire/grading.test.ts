import { describe, expect, it } from 'vitest';
import { gradeHere } from '../support/graded-exercise.ts';

/** An exercise of two numbers that no learner can foresee. */
const product = `
check.define({
  given: () => ({ rows: check.random.whole(3, 9), seats: check.random.whole(11, 19) }),
  values: ['total'],
  seconds: 1,
  grade: ({ given, values }) =>
    check.close(values.total, given.rows * given.seats)
      ? check.correct()
      : check.wrong('not-product', { expected: given.rows * given.seats, found: values.total }),
});`;

describe('a check goes in stages', () => {
  it('says correct where it is', async () => {
    expect(await gradeHere({ check: product, code: 'const total = rows * seats;' })).toEqual({
      stage: 'right',
      verdict: 'correct',
      message: 'correct',
      expected: null,
      found: null,
    });
  });

  it('says what was expected and what came out', async () => {
    const grade = await gradeHere({ check: product, code: 'const total = 42;' });
    expect(grade).toMatchObject({
      stage: 'right',
      verdict: 'incorrect',
      message: 'not-product',
      found: '42',
    });
    expect(grade.stage === 'right' && Number(grade.expected)).toBeGreaterThan(30);
  });
});
