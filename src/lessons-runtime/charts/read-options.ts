import type { ChartOptions } from '../protocol/chart-options.ts';
import { isRecord } from './reading.ts';

const names = [
  'width',
  'height',
  'fontSize',
  'xLabel',
  'yLabel',
  'xType',
  'yType',
  'xAxisDomain',
  'yAxisDomain',
  'zoomToFit',
  'zoomToFitAccuracy',
  'seriesColors',
  'color',
  'maxBins',
  'stats',
  'shadeDiagonal',
  'showTextOverlay',
  'colorMap',
  'domain',
] as const satisfies readonly (keyof ChartOptions)[];

/** Returns the options of tfjs-vis as plain data. The page validates their values. */
export function readOptions(options: unknown): ChartOptions {
  if (!isRecord(options)) return {};
  const given = names.flatMap((name) => {
    const value = plain(options[name]);
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given) as ChartOptions;
}

/** Drops values that cannot be cloned, such as functions; no option of tfjs-vis is one. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2000).map(plain);
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]) => (typeof entry === 'number' ? [[key, entry]] : [])),
    );
  }
  return typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint'
    ? undefined
    : value;
}
