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

type Place = number | string;

export interface Series {
  readonly name: string;
  readonly x: readonly Place[];
  readonly y: readonly Place[];
}

const expected = "{ values: [{ x: 0, y: 1 }, …], series: ['…'] }";

/**
 * What `render.linechart` and `render.scatterplot` take: `{values, series}`, with one list of points or several.
 * @throws {Error} tfjs-vis's own, where the numbers of series, of names and of colours differ
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
  return lists.map((points, place) => {
    const where = isNested ? `values[${place}]` : 'values';
    if (!Array.isArray(points)) throw badShape(reading, expected, where);
    const x: Place[] = [];
    const y: Place[] = [];
    points.forEach((point: unknown, at) => {
      if (!isRecord(point) || !isPlace(point['x']) || !isPlace(point['y'])) {
        throw badShape(reading, expected, `${where}[${at}]`);
      }
      x.push(placeOf(point['x']));
      y.push(placeOf(point['y']));
    });
    return { name: labelOf(names?.[place] ?? `Series ${place + 1}`), x, y };
  });
}

function isPlace(value: unknown): value is Place | null | undefined {
  return typeof value === 'number' || typeof value === 'string' || value === null || value === undefined;
}

function placeOf(value: Place | null | undefined): Place {
  if (typeof value === 'string') return labelOf(value);
  return value ?? Number.NaN;
}

/**
 * Series over one axis. Where they do not stand over the same x, they are drawn over the place in their list, as tfjs-vis
 * draws every line; a series that ends early goes on as NaN.
 */
export function asCurves(series: readonly Series[]): { readonly data: Curves; readonly sample: Sample } {
  const longest = series.reduce<readonly Place[]>((most, { x }) => (x.length > most.length ? x : most), []);
  const isShared = series.every(({ x }) => x.every((place, at) => Object.is(place, longest[at])));
  const hasPlaces =
    isShared && !longest.some((place) => typeof place === 'number' && !Number.isFinite(place));
  const most = Math.floor(chartLimits.points / Math.max(1, series.length));
  const kept = evenIndices(longest.length, most);
  return {
    data: {
      x: kept.map((at) => (hasPlaces ? (longest[at] ?? at) : at)),
      series: series.map(({ name, y }) => ({ name, values: kept.map((at) => Number(y[at] ?? Number.NaN)) })),
    },
    sample: kept.length < longest.length ? { kept: kept.length, of: longest.length } : null,
  };
}

/** Points of any series, thinned evenly where there are too many. */
export function asPoints(series: readonly Series[]) {
  const total = series.reduce((sum, { x }) => sum + x.length, 0);
  const share = Math.min(1, chartLimits.points / Math.max(1, total));
  const thinned = series.map(({ name, x, y }) => {
    const kept = evenIndices(x.length, share === 1 ? x.length : Math.floor(x.length * share));
    return { name, x: kept.map((at) => x[at] ?? Number.NaN), y: kept.map((at) => y[at] ?? Number.NaN) };
  });
  const left = thinned.reduce((sum, { x }) => sum + x.length, 0);
  return { data: { series: thinned }, sample: left < total ? { kept: left, of: total } : null };
}
