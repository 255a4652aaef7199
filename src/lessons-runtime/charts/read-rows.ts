import { chartLimits } from '../protocol/chart-limits.ts';
import {
  assertFits,
  assertLikeTfvis,
  badShape,
  type Content,
  isRecord,
  labelOf,
  labelsOf,
  type Reading,
} from './reading.ts';

/** Reads the data of `render.barchart`: records `{index, value}`. @throws {TypeError} if the data has another shape */
export function readBars(reading: Reading<'render.barchart'>, data: unknown): Content<'render.barchart'> {
  const expected = "[{ index: '…', value: 1 }, …]";
  if (!Array.isArray(data)) throw badShape(reading, expected, 'data');
  assertFits(reading, 'bars', data.length);
  const bars = data.map((bar: unknown, at) => {
    const { index, value } = isRecord(bar) ? bar : {};
    if (index === undefined || typeof value !== 'number') throw badShape(reading, expected, `[${at}]`);
    return { index: typeof index === 'number' ? index : labelOf(index), value };
  });
  return { path: 'render.barchart', data: bars, sample: null };
}

/** Reads the data of `render.table`: `{headers, values}`. @throws {Error} tfjs-vis's error, if one of them is missing */
export function readTable(reading: Reading<'render.table'>, data: unknown): Content<'render.table'> {
  const { headers, values } = isRecord(data) ? data : {};
  assertLikeTfvis(headers != null, 'Data to render must have a "headers" property');
  assertLikeTfvis(values != null, 'Data to render must have a "values" property');
  const expected = "{ headers: ['…'], values: [[1]] }";
  const names = labelsOf(headers);
  if (names === undefined) throw badShape(reading, expected, 'headers');
  if (!Array.isArray(values)) throw badShape(reading, expected, 'values');
  assertFits(reading, 'columns', names.length);
  const rows = values.slice(0, chartLimits.rows).map((row: unknown, at) => {
    if (!Array.isArray(row)) throw badShape(reading, expected, `values[${at}]`);
    return row.slice(0, chartLimits.columns).map(cellOf);
  });
  const sample = rows.length < values.length ? { kept: rows.length, of: values.length } : null;
  return { path: 'render.table', data: { headers: names, values: rows }, sample };
}

function cellOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : labelOf(value);
}

/** Reads the data of `show.perClassAccuracy`: the result of `metrics.perClassAccuracy` and the names of the classes. */
export function readClasses(
  reading: Reading<'show.perClassAccuracy'>,
  classAccuracy: unknown,
  labels: unknown,
): Content<'show.perClassAccuracy'> {
  const expected = '[{ accuracy: 0.9, count: 10 }, …]';
  if (!Array.isArray(classAccuracy)) throw badShape(reading, expected, 'classAccuracy');
  assertFits(reading, 'classes', classAccuracy.length);
  const names = labelsOf(labels);
  const data = classAccuracy.map((entry: unknown, at) => {
    const { accuracy, count } = isRecord(entry) ? entry : {};
    if (typeof accuracy !== 'number' || typeof count !== 'number')
      throw badShape(reading, expected, `[${at}]`);
    return { label: names?.[at] ?? String(at), accuracy, count };
  });
  return { path: 'show.perClassAccuracy', data, sample: null };
}
