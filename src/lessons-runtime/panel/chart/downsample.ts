import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves } from '../../protocol/chart-data.ts';

/** The number of x values of lines that can be distinguished in a drawing. The table and saved files contain all points. */
export const maxDrawnIndices = 1000;
/** The number of points of a scatter plot that can be distinguished in a drawing. */
export const maxDrawnPoints = 3000;

/** Reduces lines to at most `limit` evenly spread points each, including the first and the last. */
export function downsampleCurves({ x, series }: Curves, limit = maxDrawnIndices): Curves {
  const indices = spreadIndices(x.length, limit);
  if (indices === null) return { x, series };
  return {
    x: indices.map((index) => x[index] ?? index),
    series: series.map(({ name, values }) => ({
      name,
      values: indices.map((index) => values[index] ?? Number.NaN),
    })),
  };
}

type Points = DrawnCallOf<'render.scatterplot'>['data']['series'];

/** Reduces points to about `limit`, each series in proportion to its size but to no less than two points. */
export function downsamplePoints(series: Points, limit = maxDrawnPoints): Points {
  const total = series.reduce((sum, { x }) => sum + x.length, 0);
  return series.map((points) => {
    const share = Math.max(2, Math.floor((limit * points.x.length) / total));
    const indices = spreadIndices(points.x.length, share);
    if (total <= limit || indices === null) return points;
    return {
      name: points.name,
      x: indices.map((index) => points.x[index] ?? Number.NaN),
      y: indices.map((index) => points.y[index] ?? Number.NaN),
    };
  });
}

/** Returns `count` evenly spread indices of a list; `null` if the list is not longer. */
function spreadIndices(length: number, count: number): number[] | null {
  if (length <= count) return null;
  return Array.from({ length: count }, (_, index) => Math.round((index * (length - 1)) / (count - 1)));
}
