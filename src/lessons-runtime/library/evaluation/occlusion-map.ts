import type { LayersModel, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import { createProgressBar } from '../../kernel/output/progress-bar.ts';
import { occlusionDrops, predictionRows } from '../../kernel/predictions/occlusion-drops.ts';
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
    const whole = await predictionRows(tf, model.predict(picture));
    const probabilities = whole[0] ?? [];
    const index = options.index ?? probabilities.indexOf(Math.max(...probabilities));
    const probability = probabilities[index];
    if (probability === undefined) throw new ArgumentError(words.index(String(index), probabilities.length));

    const bar = createProgressBar(capture, { id: 'occlusion', label: words.covering, unit: 'steps' });
    let rows: readonly (readonly number[])[];
    try {
      rows =
        (await occlusionDrops(tf, model, picture, { index, probability, grid }, async (loaded, total) => {
          // Lets Stop take effect.
          await tf.nextFrame();
          bar.update({ loaded, total });
          return true;
        })) ?? [];
      bar.update({ loaded: grid * grid, total: grid * grid });
    } finally {
      bar.end();
    }

    const [shown = null] = await picturesAt(tf, picture, [0], side);
    const label = String(options.label ?? index);
    capture.show(
      { kind: 'occlusion', label, probability, picture: shown, drops: rows.map((row) => [...row]) },
      shown === null ? [] : [shown.pixels],
    );
    return { index, probability, drops: rows };
  };
}
