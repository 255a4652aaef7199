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

interface ExtractFeaturesOptions {
  /** The name of the layer whose output is returned. Default: the model's own output. */
  readonly layer?: string;
  /** Default 32, as in Keras's `predict`. */
  readonly batchSize?: number;
  /** Whether features are read from the cache and stored in it. Default true. */
  readonly cache?: boolean;
}

/** Preprocessed images: [n, height, width, channels], or a list of [height, width, channels]. */
type Pictures = Tensor4D | readonly Tensor3D[];

type ExtractFeatures = (
  backbone: LayersModel,
  pictures: Pictures,
  options?: ExtractFeaturesOptions,
) => Promise<Tensor>;

/**
 * Creates the function `extractFeatures`, which runs a frozen network once on all pictures, so that a head can be trained on
 * the features: Keras's feature extraction by `predict`. It returns a tensor [n, …] that the caller disposes of, shows its
 * progress, and can be stopped between batches. Features of the same weights, pictures, layer, batch size and backend come
 * from the cache.
 * @throws {ArgumentError} from that function, if the model, the pictures or an option are invalid
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
      // A custom layer may not be serializable; without a hash, nothing can be cached.
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
    const cached = key === null ? null : await cache.find(key);
    if (cached !== null) {
      bar.update({ loaded: total, total, label: words.featuresCached });
      bar.end();
      return cached;
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

/**
 * Runs `model.predict` batch by batch. It yields to the event loop before each batch, so that Stop takes effect.
 * @param total the number of pictures
 * @param onBatch gets the number of pictures done
 * @returns the first output of all pictures, of shape [total, …]
 */
export async function predictAll(
  tf: TensorFlow,
  model: LayersModel,
  pictures: Tensor | readonly Tensor[],
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
      const [first] = [model.predict(batchOf(tf, pictures, from, size), { batchSize: size })].flat();
      if (first === undefined) throw new Error('the model has no output');
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

function batchOf(tf: TensorFlow, pictures: Tensor | readonly Tensor[], from: number, size: number): Tensor {
  if ('shape' in pictures) return pictures.slice(from, size);
  return tf.stack(pictures.slice(from, from + size));
}

/** @returns the number of pictures. @throws {ArgumentError} if there are none, or their shapes differ */
function requirePictures(tf: TensorFlow, pictures: Tensor | readonly Tensor[], language: Language): number {
  const words = libraryWords[language];
  if (pictures instanceof tf.Tensor) {
    const { shape } = pictures;
    if (shape.length < 2) throw new ArgumentError(words.notPictures(shapeText(shape)));
    if (shape[0] === 0) throw new ArgumentError(words.noPictures);
    return shape[0] ?? 0;
  }
  if (!Array.isArray(pictures) || !pictures.every((each) => each instanceof tf.Tensor))
    throw new ArgumentError(words.notPictures(typeof pictures));
  const [first, ...others]: readonly Tensor[] = pictures;
  if (first === undefined) throw new ArgumentError(words.noPictures);
  const different = others.findIndex(({ shape }) => shape.join() !== first.shape.join());
  if (different >= 0) {
    const shape = others[different]?.shape ?? [];
    throw new ArgumentError(words.differentShape(different + 1, shape, first.shape));
  }
  return pictures.length;
}
