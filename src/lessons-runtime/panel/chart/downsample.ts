import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves } from '../../protocol/chart-data.ts';

/** What can be told apart in a drawing of this size. The table and what is saved hold all points. */
export const sampledIndices = 1000;
export const sampledPoints = 3000;

/** At most as many points of each line as are drawn, evenly spread, the first and the last among them. */
export function downsampleCurves({ x, series }: Curves, most = sampledIndices): Curves {
  const kept = evenly(x.length, most);
  if (kept === null) return { x, series };
  return {
    x: kept.map((at) => x[at] ?? at),
    series: series.map(({ name, values }) => ({ name, values: kept.map((at) => values[at] ?? Number.NaN) })),
  };
}

type Points = DrawnCallOf<'render.scatterplot'>['data']['series'];

/** At most as many points as are drawn, of each series its share. */
export function downsamplePoints(series: Points, most = sampledPoints): Points {
  const total = series.reduce((sum, { x }) => sum + x.length, 0);
  return series.map((points) => {
    const kept = evenly(points.x.length, Math.max(2, Math.floor((most * points.x.length) / total)));
    if (total <= most || kept === null) return points;
    return {
      name: points.name,
      x: kept.map((at) => points.x[at] ?? Number.NaN),
      y: kept.map((at) => points.y[at] ?? Number.NaN),
    };
  });
}

function evenly(length: number, most: number): number[] | null {
  if (length <= most) return null;
  return Array.from({ length: most }, (_, place) => Math.round((place * (length - 1)) / (most - 1)));
}
