import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { loadXxhash } from '../xxhash.ts';

/** Shorter rows repeat by chance: two flowers may have the same measurements. */
const minColumns = 16;
/** The most values of a row that are hashed. */
const maxColumns = 256;
/** The most values that are hashed in all; in a large data set, fewer of each row. */
const maxValues = 2 ** 22;

/**
 * Counts the rows of `validation` that are in `train` as well, by a hash of values spread over each row.
 * Rows with the same value everywhere, such as black pictures, are not counted.
 * @param train [n, …]; `validation` has rows of the same shape
 */
export async function countSharedRows(tf: TensorFlow, train: Tensor, validation: Tensor): Promise<number> {
  const [trainRows = 0] = train.shape;
  const [validationRows = 0] = validation.shape;
  const columns = train.size / Math.max(1, trainRows);
  if (columns < minColumns || columns !== validation.size / Math.max(1, validationRows)) return 0;
  const affordable = Math.floor(maxValues / (trainRows + validationRows));
  const chosen = spreadColumns(columns, Math.max(minColumns, Math.min(maxColumns, affordable)));
  const trainHashes = new Set(await hashRows(tf, train, columns, chosen));
  const hashes = await hashRows(tf, validation, columns, chosen);
  return hashes.filter((hash) => hash !== null && trainHashes.has(hash)).length;
}

/** Returns column indices spread over a row, at a step that is not a multiple of a picture's width. */
function spreadColumns(columns: number, count: number): readonly number[] {
  if (columns <= count) return Array.from({ length: columns }, (_, column) => column);
  const golden = 0.6180339887;
  const chosen = Array.from({ length: count }, (_, at) => Math.floor(((at * golden) % 1) * columns));
  return [...new Set(chosen)];
}

/** Returns a hash of each row; `null` for a row with the same value everywhere. */
async function hashRows(
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
  return Array.from({ length: values.length / width }, (_, index) => {
    const row = values.subarray(index * width, (index + 1) * width);
    if (row.every((value) => Object.is(value, row[0]))) return null;
    return h64Raw(new Uint8Array(row.buffer, row.byteOffset, row.byteLength));
  });
}
