import type { LayersModel, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

/** The predictions between two pauses: few, so that Stop takes effect soon. */
const batchSize = 4;

/**
 * Covers one part of a picture after another with the picture's mean colour, and measures by how much the probability of a class
 * falls. The covered squares are two parts wide, so that neighbours overlap.
 *
 * @param picture [1, height, width, channels]
 * @param probability the probability of the class for the whole picture
 * @param onStep called before each batch of predictions; waited for
 * @returns [rows][columns] from the top left; `null` once `onStep` returns `false`
 */
export async function occlusionDrops(
  tf: TensorFlow,
  model: LayersModel,
  picture: Tensor4D,
  {
    index,
    probability,
    grid,
  }: { readonly index: number; readonly probability: number; readonly grid: number },
  onStep: (loaded: number, total: number) => Promise<boolean>,
): Promise<number[][] | null> {
  const parts = Array.from({ length: grid * grid }, (_, part) => part);
  const drops: number[] = [];
  for (let from = 0; from < parts.length; from += batchSize) {
    if (!(await onStep(from, parts.length))) return null;
    const covered = tf.tidy(() => coverParts(tf, picture, parts.slice(from, from + batchSize), grid));
    const prediction = model.predict(covered, { batchSize });
    covered.dispose();
    for (const row of await predictionRows(tf, prediction))
      drops.push(probability - (row[index] ?? Number.NaN));
  }
  return Array.from({ length: grid }, (_, row) => drops.slice(row * grid, (row + 1) * grid));
}

/** Reads a prediction [n, classes] as rows, and disposes of it. */
export async function predictionRows(tf: TensorFlow, prediction: Tensor | Tensor[]): Promise<number[][]> {
  const [output, ...others] = [prediction].flat();
  tf.dispose(others);
  const [count = 0, classes = 0] = output?.shape ?? [];
  const values = Array.from((await output?.data()) ?? []);
  output?.dispose();
  return Array.from({ length: count }, (_, row) => values.slice(row * classes, (row + 1) * classes));
}

/** Returns copies of a picture, each with one part covered: [parts, height, width, channels]. */
function coverParts(tf: TensorFlow, picture: Tensor4D, parts: readonly number[], grid: number): Tensor4D {
  const [, height, width] = picture.shape;
  const masks = parts.map((part) => coverMask(part, grid, height, width));
  const mask = tf.tensor4d(Float32Array.from(masks.flat()), [parts.length, height, width, 1]);
  const mean = picture.mean([1, 2], true);
  return picture.mul(tf.sub(1, mask)).add(mean.mul(mask)) as Tensor4D;
}

/** Returns 1 for each covered pixel and 0 for the others, row by row: a square of two parts around the centre of one. */
function coverMask(part: number, grid: number, height: number, width: number): readonly number[] {
  const [row, column] = [Math.floor(part / grid), part % grid];
  const isCovered = (place: number, size: number, at: number) =>
    Math.abs((place + 0.5) * (grid / size) - (at + 0.5)) <= 1;
  return Array.from({ length: height * width }, (_, pixel) =>
    isCovered(Math.floor(pixel / width), height, row) && isCovered(pixel % width, width, column) ? 1 : 0,
  );
}
