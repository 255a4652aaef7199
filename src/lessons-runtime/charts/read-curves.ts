import type { Curves } from '../protocol/chart-data.ts';
import { chartLimits } from '../protocol/chart-limits.ts';
import {
  assertFits,
  assertLikeTfvis,
  badShape,
  evenIndices,
  isRecord,
  labelOf,
  type Reading,
  type Sample,
} from './reading.ts';

type Coordinate = number | string;

interface Series {
  readonly name: string;
  readonly x: readonly Coordinate[];
  readonly y: readonly Coordinate[];
}

const expected = "{ values: [{ x: 0, y: 1 }, …], series: ['…'] }";

/**
 * Reads the data of `render.linechart` and `render.scatterplot`: `{values, series}`, with one list of points or several.
 *
 * @throws {TypeError} if the data has another shape
 * @throws {Error} tfjs-vis's error, if the numbers of series, names or colours differ
 */
export function readSeries(reading: Reading, data: unknown, options: unknown): readonly Series[] {
  if (!isRecord(data) || !Array.isArray(data['values'])) throw badShape(reading, expected, 'values');
  const values: unknown[] = data['values'];
  const isNested = Array.isArray(values[0]);
  const lists = isNested ? values : [values];
  assertFits(reading, 'series', lists.length);
  const names = Array.isArray(data['series']) ? data['series'] : null;
  if (reading.path === 'render.linechart' && names !== null) {
    assertLikeTfvis(
      names.length === lists.length,
      'Must have an equal number of series labels as there are data series',
    );
  }
  const colours = isRecord(options) ? options['seriesColors'] : null;
  if (Array.isArray(colours)) {
    assertLikeTfvis(
      colours.length === lists.length,
      'Must have an equal number of series colors as there are data series',
    );
  }
  return lists.map((points, index) => {
    const path = isNested ? `values[${index}]` : 'values';
    if (!Array.isArray(points)) throw badShape(reading, expected, path);
    const x: Coordinate[] = [];
    const y: Coordinate[] = [];
    points.forEach((point: unknown, at) => {
      if (!isRecord(point) || !isCoordinate(point['x']) || !isCoordinate(point['y'])) {
        throw badShape(reading, expected, `${path}[${at}]`);
      }
      x.push(coordinateOf(point['x']));
      y.push(coordinateOf(point['y']));
    });
    return { name: labelOf(names?.[index] ?? `Series ${index + 1}`), x, y };
  });
}

function isCoordinate(value: unknown): value is Coordinate | null | undefined {
  return typeof value === 'number' || typeof value === 'string' || value === null || value === undefined;
}

function coordinateOf(value: Coordinate | null | undefined): Coordinate {
  if (typeof value === 'string') return labelOf(value);
  return value ?? Number.NaN;
}

/**
 * Returns series over one shared axis. If their x differ, the index of the point is used instead, as in tfjs-vis's line charts.
 * Shorter series are padded with NaN.
 */
export function asCurves(series: readonly Series[]): { readonly data: Curves; readonly sample: Sample } {
  const longest = series.reduce<readonly Coordinate[]>(
    (most, { x }) => (x.length > most.length ? x : most),
    [],
  );
  const isShared = series.every(({ x }) => x.every((value, at) => Object.is(value, longest[at])));
  const usesX = isShared && !longest.some((value) => typeof value === 'number' && !Number.isFinite(value));
  const most = Math.floor(chartLimits.points / Math.max(1, series.length));
  const kept = evenIndices(longest.length, most);
  return {
    data: {
      x: kept.map((at) => (usesX ? (longest[at] ?? at) : at)),
      series: series.map(({ name, y }) => ({ name, values: kept.map((at) => Number(y[at] ?? Number.NaN)) })),
    },
    sample: kept.length < longest.length ? { kept: kept.length, of: longest.length } : null,
  };
}

/** Returns the points of all series, thinned evenly if there are too many. */
export function asPoints(series: readonly Series[]) {
  const total = series.reduce((sum, { x }) => sum + x.length, 0);
  const share = Math.min(1, chartLimits.points / Math.max(1, total));
  const thinned = series.map(({ name, x, y }) => {
    const kept = evenIndices(x.length, share === 1 ? x.length : Math.floor(x.length * share));
    return { name, x: kept.map((at) => x[at] ?? Number.NaN), y: kept.map((at) => y[at] ?? Number.NaN) };
  });
  const remaining = thinned.reduce((sum, { x }) => sum + x.length, 0);
  return { data: { series: thinned }, sample: remaining < total ? { kept: remaining, of: total } : null };
}
