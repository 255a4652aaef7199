import type { LayersModel, Tensor, Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import { createProgressBar } from '../../kernel/output/progress-bar.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { shapeText } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { libraryWords } from '../library-words.ts';
import { requireModel } from '../require-model.ts';
import type { ContentHash } from './content-hash.ts';
import { cutModel } from './cut-model.ts';
import type { FeatureCache } from './feature-cache.ts';

export interface ExtractFeaturesOptions {
  /** The layer whose output the features are; the model's own output where it is left out. */
  readonly layer?: string;
  /** Pictures at a time. Default 32, as in Keras's `predict`. */
  readonly batchSize?: number;
  /** Whether features computed before are taken, and these kept. Default true. */
  readonly cache?: boolean;
}

/** Pictures as the model wants them, already preprocessed: [n, height, width, channels], or a list of [height, width, channels]. */
export type Pictures = Tensor4D | readonly Tensor3D[];

export type ExtractFeatures = (
  backbone: LayersModel,
  pictures: Pictures,
  options?: ExtractFeaturesOptions,
) => Promise<Tensor>;

/**
 * Makes the function that runs a frozen network once over all pictures, so that a head can be trained on what comes out:
 * Keras's “Feature extraction” by `predict`. It shows how far it is, heeds Stop between batches, and knows again what it
 * computed before: the same weights, pictures and layer on the same backend.
 */
export function createExtractFeatures(deps: {
  readonly tf: TensorFlow;
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly hash: ContentHash;
  readonly cache: FeatureCache;
}): ExtractFeatures {
  const { tf, capture, language, hash, cache } = deps;
  const words = libraryWords[language];

  async function keyOf(model: LayersModel, pictures: Pictures, batchSize: number): Promise<string | null> {
    try {
      const inputs: string[] = [];
      for (const part of 'shape' in pictures ? [pictures] : pictures) inputs.push(await hash.tensor(part));
      const all = [await hash.model(model), tf.getBackend(), batchSize, ...inputs];
      return `${await hash.text(all.join('\n'))}-${inputs.length}-${model.layers.length}`;
    } catch {
      // A layer of the learner's own that cannot describe itself: nothing says that it is the same as before.
      return null;
    }
  }

  return async (backbone, pictures, { layer, batchSize = 32, cache: isCached = true } = {}) => {
    requireModel(backbone, language);
    if (!Number.isInteger(batchSize) || batchSize < 1)
      throw new ArgumentError(words.batchSize(String(batchSize)));
    const total = requirePictures(tf, pictures, language);
    const model = layer === undefined ? backbone : cutModel(tf, backbone, layer, language);
    const bar = createProgressBar(capture, { id: 'features', label: words.features, unit: 'steps' });
    const key = isCached ? await keyOf(model, pictures, batchSize) : null;
    const known = key === null ? null : await cache.find(key);
    if (known !== null) {
      bar.update({ loaded: total, total, label: words.featuresKnown });
      bar.end();
      return known;
    }
    try {
      bar.update({ loaded: 0, total });
      const { shape, values } = await predictAll(tf, model, pictures, total, batchSize, (loaded) =>
        bar.update({ loaded, total }),
      );
      if (key !== null) await cache.add(key, shape, values);
      return tf.tensor(values, shape);
    } finally {
      bar.end();
    }
  };
}

/** `model.predict`, batch by batch; between two of them others have their turn, and Stop is heeded. */
export async function predictAll(
  tf: TensorFlow,
  model: LayersModel,
  pictures: Pictures,
  total: number,
  batchSize: number,
  onBatch: (done: number) => void,
): Promise<{ readonly shape: number[]; readonly values: Float32Array }> {
  let values = new Float32Array(0);
  let shape: number[] = [];
  for (let from = 0; from < total; from += batchSize) {
    await tf.nextFrame();
    const size = Math.min(batchSize, total - from);
    const features = tf.tidy(() => {
      const made = model.predict(batchOf(tf, pictures, from, size), { batchSize: size });
      const [first] = [made].flat();
      if (first === undefined) throw new Error('a model without an output');
      return first;
    });
    const data = await features.data();
    features.dispose();
    if (from === 0) {
      shape = [total, ...features.shape.slice(1)];
      values = new Float32Array(shape.reduce((all, each) => all * each, 1));
    }
    values.set(data, (data.length / size) * from);
    onBatch(from + size);
  }
  return { shape, values };
}

function batchOf(tf: TensorFlow, pictures: Pictures, from: number, size: number): Tensor {
  if ('shape' in pictures) return pictures.slice(from, size);
  return tf.stack(pictures.slice(from, from + size));
}

/** @returns how many there are */
function requirePictures(tf: TensorFlow, pictures: Pictures, language: Language): number {
  const words = libraryWords[language];
  if (pictures instanceof tf.Tensor) {
    const { shape } = pictures as Tensor;
    if (shape.length < 2) throw new ArgumentError(words.notPictures(shapeText(shape)));
    if (shape[0] === 0) throw new ArgumentError(words.noPictures);
    return shape[0] ?? 0;
  }
  if (!Array.isArray(pictures) || !pictures.every((each) => each instanceof tf.Tensor))
    throw new ArgumentError(words.notPictures(typeof pictures));
  const [first, ...others] = pictures as readonly Tensor[];
  if (first === undefined) throw new ArgumentError(words.noPictures);
  const odd = others.findIndex(({ shape }) => shape.join() !== first.shape.join());
  if (odd >= 0) {
    const found = others[odd]?.shape ?? [];
    throw new ArgumentError(words.oddPicture(odd + 1, found, first.shape));
  }
  return pictures.length;
}
