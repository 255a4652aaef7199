import { describe, expect, it } from 'vitest';
import {
  cosineSimilarities,
  principalComponents,
} from '../../../../src/lessons-runtime/library/embeddings/principal-components.ts';

describe('principalComponents', () => {
  it('returns the coordinates along the two directions of the largest variance', () => {
    // Centred, the vectors differ by 4 along (1, 1, 0)/√2 and by 1 along (0, 0, 1).
    const step = 2 / Math.SQRT2;
    const points = principalComponents(
      [
        [10 + step, step, 0.5],
        [10 - step, -step, 0.5],
        [10 + step, step, -0.5],
        [10 - step, -step, -0.5],
      ],
      2,
    );
    const [first = 0, second = 0] = points[0] ?? [];
    expect(Math.abs(first)).toBeCloseTo(2, 6);
    expect(Math.abs(second)).toBeCloseTo(0.5, 6);
    expect(points[1]?.[0]).toBeCloseTo(-first, 6);
    expect(points[2]?.[1]).toBeCloseTo(-second, 6);
  });

  it('places a vector on the map that others determine', () => {
    const others = [
      [0, 0],
      [4, 0],
    ];
    const [, , [x = 0] = []] = principalComponents([...others, [3, 100]], 2, others);
    // The centre of the others is at 2.
    expect(Math.abs(x)).toBeCloseTo(1, 6);
  });

  it('returns 0 along directions in which the vectors do not differ', () => {
    expect(
      principalComponents([[1, 2]], 2)
        .flat()
        .map(Math.abs),
    ).toEqual([0, 0]);
    const line = principalComponents([[0], [2]], 2);
    expect(line.map(([x = 0]) => Math.abs(x))).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
    expect(line.map(([, y = 1]) => Math.abs(y))).toEqual([0, 0]);
  });
});

it('cosineSimilarities ignores the lengths of vectors, and is 0 for a vector of zeros', () => {
  const [one = []] = cosineSimilarities([
    [1, 0],
    [5, 0],
    [0, 2],
    [0, 0],
  ]);
  expect(one).toEqual([1, 1, 0, 0]);
});
