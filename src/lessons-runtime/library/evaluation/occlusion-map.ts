import type { LayersModel, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import { createProgressBar } from '../../kernel/output/progress-bar.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import { picturesAt } from './example-pictures.ts';
import { occlusionWords } from './occlusion-words.ts';

interface OcclusionOptions {
  /** The index of the class among the model's outputs. Default: the most probable class. */
  readonly index?: number;
  /** The name of the class. Default: its index. */
  readonly label?: string;
  /** How many parts the picture has in each direction, 2 to 32. Default 8, which takes 64 predictions. */
  readonly grid?: number;
}

export interface OcclusionMap {
  readonly index: number;
  /** The probability of the class for the whole picture, 0 to 1. */
  readonly probability: number;
  /** [rows][columns] from the top left: by how much the probability falls if that part is covered. */
  readonly drops: readonly (readonly number[])[];
}

const batchSize = 8;
/** The length of the longer side of the shown picture, in pixels. */
const side = 224;

/**
 * Creates the function `occlusionMap`, which covers one part of a picture after another with the picture's mean colour, and
 * shows and returns by how much the probability of a class falls. The covered squares are two parts wide, so that neighbours
 * overlap.
 * @throws {ArgumentError} from that function, if the picture, the class or the grid is invalid
 */
export function createOcclusionMap(
  deps: Pick<LibraryDependencies, 'tf' | 'capture' | 'language'>,
): (model: LayersModel, x: Tensor, options?: OcclusionOptions) => Promise<OcclusionMap> {
  const { tf, capture, language } = deps;
  const words = occlusionWords[language];

  return async (model, x, options = {}) => {
    requireModel(model, language);
    if (!(x instanceof tf.Tensor) || x.shape.length !== 4 || x.shape[0] !== 1)
      throw new ArgumentError(words.onePicture(x instanceof tf.Tensor ? x.shape : []));
    const { grid = 8 } = options;
    if (!Number.isInteger(grid) || grid < 2 || grid > 32) throw new ArgumentError(words.grid(String(grid)));
    const picture = x as Tensor4D;
    const whole = await rowsOf(model.predict(picture));
    const probabilities = whole[0] ?? [];
    const index = options.index ?? probabilities.indexOf(Math.max(...probabilities));
    const probability = probabilities[index];
    if (probability === undefined) throw new ArgumentError(words.index(String(index), probabilities.length));

    const parts = Array.from({ length: grid * grid }, (_, part) => part);
    const bar = createProgressBar(capture, { id: 'occlusion', label: words.covering, unit: 'steps' });
    const drops: number[] = [];
    try {
      for (let from = 0; from < parts.length; from += batchSize) {
        // Lets Stop take effect.
        await tf.nextFrame();
        const covered = tf.tidy(() => coverParts(tf, picture, parts.slice(from, from + batchSize), grid));
        const prediction = model.predict(covered, { batchSize });
        covered.dispose();
        for (const row of await rowsOf(prediction)) drops.push(probability - (row[index] ?? Number.NaN));
        bar.update({ loaded: drops.length, total: parts.length });
      }
    } finally {
      bar.end();
    }

    const rows = Array.from({ length: grid }, (_, row) => drops.slice(row * grid, (row + 1) * grid));
    const [shown = null] = await picturesAt(tf, picture, [0], side);
    const label = String(options.label ?? index);
    capture.show(
      { kind: 'occlusion', label, probability, picture: shown, drops: rows },
      shown === null ? [] : [shown.pixels],
    );
    return { index, probability, drops: rows };
  };

  /** Reads a prediction [n, classes] as rows, and disposes of it. */
  async function rowsOf(prediction: Tensor | Tensor[]): Promise<readonly (readonly number[])[]> {
    const [output, ...others] = [prediction].flat();
    tf.dispose(others);
    const [count = 0, classes = 0] = output?.shape ?? [];
    const values = Array.from((await output?.data()) ?? []);
    output?.dispose();
    return Array.from({ length: count }, (_, row) => values.slice(row * classes, (row + 1) * classes));
  }
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
