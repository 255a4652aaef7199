import { isTypedArray } from '../kernel/inspect/is-typed-array.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import {
  assertFits,
  assertLikeTfvis,
  badShape,
  type Content,
  isRecord,
  labelsOf,
  type Reading,
} from './reading.ts';

/**
 * Reads the data of `render.heatmap`: `{values, xTickLabels, yTickLabels}`, with the values column by column, or row by row with
 * the option `rowMajor`.
 *
 * @throws {TypeError} if the data has another shape
 * @throws {Error} tfjs-vis's error, if the rank of a tensor is not 2 or the number of labels does not match
 */
export async function readHeatmap(
  tf: TensorFlow,
  reading: Reading<'render.heatmap'>,
  data: unknown,
  options: unknown,
): Promise<Content<'render.heatmap'>> {
  const values = isRecord(data) ? data['values'] : undefined;
  const isTensor = values instanceof tf.Tensor;
  if (isTensor) assertLikeTfvis(values.rank === 2, 'Input to renderHeatmap must be a 2d array or Tensor2d');
  const given = rowsOf(reading, isTensor ? await values.array() : values);
  const columns = isRecord(options) && options['rowMajor'] === true ? transpose(given) : given;
  assertFits(
    reading,
    'cells',
    columns.reduce((total, column) => total + column.length, 0),
  );
  const labels = isRecord(data) ? data : {};
  const xTickLabels = labelsOf(labels['xTickLabels']);
  const yTickLabels = labelsOf(labels['yTickLabels']);
  assertLikeTfvis(
    xTickLabels === undefined || xTickLabels.length === columns.length,
    `Length of xTickLabels (${xTickLabels?.length}) must match number of rows (${columns.length})`,
  );
  const height = columns[0]?.length ?? 0;
  assertLikeTfvis(
    yTickLabels === undefined || yTickLabels.length === height,
    `Length of yTickLabels (${yTickLabels?.length}) must match number of columns (${height})`,
  );
  return {
    path: 'render.heatmap',
    data: {
      values: columns,
      ...(xTickLabels === undefined ? {} : { xTickLabels }),
      ...(yTickLabels === undefined ? {} : { yTickLabels }),
    },
    sample: null,
  };
}

/** Reads the data of `render.confusionMatrix`: `values[label][prediction]` and the names of the classes. */
export function readConfusionMatrix(
  reading: Reading<'render.confusionMatrix'>,
  data: unknown,
): Content<'render.confusionMatrix'> {
  const values = rowsOf(reading, isRecord(data) ? data['values'] : undefined);
  assertFits(reading, 'classes', Math.max(values.length, ...values.map((row) => row.length)));
  const tickLabels = isRecord(data) ? labelsOf(data['tickLabels']) : undefined;
  return {
    path: 'render.confusionMatrix',
    data: { values, ...(tickLabels === undefined ? {} : { tickLabels }) },
    sample: null,
  };
}

function rowsOf(reading: Reading, values: unknown): number[][] {
  const expected = '{ values: [[1, 2], [3, 4]] }';
  if (!Array.isArray(values)) throw badShape(reading, expected, 'values');
  assertFits(reading, 'cells', values.length);
  return values.map((row: unknown, at) => {
    if (!Array.isArray(row) && !isTypedArray(row)) throw badShape(reading, expected, `values[${at}]`);
    const cells: ArrayLike<unknown> = row;
    return Array.from(cells, (value, index) => {
      if (value === null || value === undefined) return Number.NaN;
      if (typeof value !== 'number') throw badShape(reading, expected, `values[${at}][${index}]`);
      return value;
    });
  });
}

function transpose(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? Number.NaN));
}
