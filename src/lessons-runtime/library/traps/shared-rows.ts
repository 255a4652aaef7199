import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { loadXxhash } from '../xxhash.ts';

/** Rows of fewer values repeat by chance: two flowers may well measure the same. */
const leastColumns = 16;
/** So many values of a row tell it from others; of a large data set, fewer are read. */
const mostColumns = 256;
const valuesRead = 2 ** 22;

/**
 * How many rows of one data set are in the other as well, told by a hash of values spread over the row.
 * Rows of a single value everywhere, such as black pictures, are not counted.
 */
export async function countSharedRows(tf: TensorFlow, train: Tensor, held: Tensor): Promise<number> {
  const [trainRows = 0] = train.shape;
  const [heldRows = 0] = held.shape;
  const columns = train.size / Math.max(1, trainRows);
  if (columns < leastColumns || columns !== held.size / Math.max(1, heldRows)) return 0;
  const wanted = Math.floor(valuesRead / (trainRows + heldRows));
  const chosen = spread(columns, Math.max(leastColumns, Math.min(mostColumns, wanted)));
  const known = new Set(await rowKeys(tf, train, columns, chosen));
  return (await rowKeys(tf, held, columns, chosen)).filter((key) => key !== null && known.has(key)).length;
}

/** Places over a row, at a step that is no multiple of a picture's width. */
function spread(columns: number, wanted: number): readonly number[] {
  if (columns <= wanted) return Array.from({ length: columns }, (_, place) => place);
  const golden = 0.6180339887;
  const places = Array.from({ length: wanted }, (_, at) => Math.floor(((at * golden) % 1) * columns));
  return [...new Set(places)];
}

/** A hash of each row; `null` for a row of one value. */
async function rowKeys(
  tf: TensorFlow,
  data: Tensor,
  columns: number,
  chosen: readonly number[],
): Promise<readonly (bigint | null)[]> {
  const picked = tf.tidy(() => {
    const rows = data.toFloat().reshape([-1, columns]);
    return chosen.length === columns ? rows : tf.gather(rows, tf.tensor1d([...chosen], 'int32'), 1);
  });
  const values = new Float32Array(await picked.data());
  picked.dispose();
  const width = chosen.length;
  const { h64Raw } = await loadXxhash();
  return Array.from({ length: values.length / width }, (_, place) => {
    const row = values.subarray(place * width, (place + 1) * width);
    if (row.every((value) => Object.is(value, row[0]))) return null;
    return h64Raw(new Uint8Array(row.buffer, row.byteOffset, row.byteLength));
  });
}
