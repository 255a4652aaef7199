import type { Tensor, Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import type { Dataset } from '@tensorflow/tfjs-data';
import seedrandom from 'seedrandom';
import {
  type Augmentation,
  applyTransform,
  type RgbImage,
  sampleTransform,
} from '../../datasets/augmentation.ts';
import { shuffled } from '../../datasets/shuffled.ts';
import { splitSamples } from '../../datasets/split-samples.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { libraryWords } from '../library-words.ts';
import { type Picture, readPixels } from './read-pixels.ts';
import { type Preprocess, toInput } from './to-input.ts';

export interface ImageDatasetOptions {
  /** Photos, `ImageData`, or tensors with values from 0 to 255: a list of [height, width, 3], or one [n, height, width, 3]. */
  readonly images: readonly Picture[] | Tensor4D;
  /** The class of each image, counted from 0. */
  readonly labels: readonly number[];
  /** Determines the number of classes. Default: as many as the labels need. */
  readonly classNames?: readonly string[];
  /** `[height, width]`, in pixels. Default [224, 224]. A photo is cropped to that aspect ratio, a tensor stretched. */
  readonly targetSize?: readonly [number, number];
  /** Default 32. */
  readonly batchSize?: number;
  /** Whether each epoch has another order. Default true. */
  readonly shuffle?: boolean;
  /** Determines the order, the split and the augmentation. Default: drawn from the lesson's random numbers. */
  readonly seed?: number;
  /** Random transforms, drawn for each image in each epoch. Default: none. */
  readonly augment?: Augmentation;
  /** Converts a batch of pixels (0 to 255) to the network's input, such as `mobileNet.preprocessInput`. Default: no change. */
  readonly preprocess?: Preprocess;
  /** As in Keras: `'categorical'` gives one-hot rows [n, classes] (default), `'int'` class numbers [n]. */
  readonly labelMode?: 'categorical' | 'int';
  /** The share of each class that the validation subset gets, 0 to 1. Default 0. */
  readonly validationSplit?: number;
  /** Which subset this dataset is. With the same seed the two are disjoint and complete. Default `'training'`. */
  readonly subset?: 'training' | 'validation';
}

type ImageDataset = Dataset<{ xs: Tensor; ys: Tensor }> & {
  /** The number of images. */
  readonly samples: number;
  /** Returns all images, in order and without augmentation. The tensors are the caller's to dispose of. */
  toTensors(): Promise<{ xs: Tensor; ys: Tensor }>;
};

/** A batch that is not yet a tensor, so that a batch prepared ahead and never used takes no GPU memory. */
interface PixelBatch {
  readonly pixels: Float32Array;
  readonly labels: readonly number[];
}

/** Writes an image into a batch, starting at index `at` of `target`. */
type WritePixels = (picture: RgbImage, target: Float32Array, at: number) => void;

/**
 * Creates the function `imageDataset`: Keras's `image_dataset_from_directory` for images in memory. It returns batches
 * `{ xs: [n, height, width, 3], ys: [n, classes] or [n] }` for `fitDataset`, each prepared while the one before it trains.
 * Images are decoded and resized once, and held as bytes.
 */
export function createImageDataset(tf: TensorFlow, language: Language) {
  const words = libraryWords[language];

  async function decode(options: ImageDatasetOptions, size: readonly [number, number]): Promise<RgbImage[]> {
    const { images } = options;
    const unstacked = images instanceof tf.Tensor ? (tf.unstack(images) as Tensor3D[]) : [];
    const pictures: readonly Picture[] = images instanceof tf.Tensor ? unstacked : images;
    if (pictures.length === 0) throw new ArgumentError(words.noPictures);
    if (pictures.length !== options.labels.length)
      throw new ArgumentError(words.labelCount(pictures.length, options.labels.length));
    const decoded: RgbImage[] = [];
    for (const [index, picture] of pictures.entries()) {
      const pixels = await readPixels(tf, picture, size);
      if (pixels === null) throw new ArgumentError(words.notImage(index));
      decoded.push(pixels);
    }
    tf.dispose(unstacked);
    return decoded;
  }

  function classCount({ labels, classNames }: ImageDatasetOptions): number {
    const classes = classNames?.length ?? Math.max(...labels) + 1;
    labels.forEach((label, index) => {
      if (!Number.isInteger(label) || label < 0 || label >= classes)
        throw new ArgumentError(words.label(String(label), index, Math.max(classes, 1)));
    });
    return classes;
  }

  /** @throws {ArgumentError} if images, labels or options are invalid */
  return async function imageDataset(options: ImageDatasetOptions): Promise<ImageDataset> {
    const { targetSize: size = [224, 224], batchSize = 32, shuffle = true, augment = {}, labels } = options;
    if (!Number.isInteger(batchSize) || batchSize < 1)
      throw new ArgumentError(words.batchSize(String(batchSize)));
    const seed = String(options.seed ?? Math.random());
    const pictures = await decode(options, size);
    const classes = classCount(options);
    const splitRandom = seedrandom.alea(`${seed} split`).double;
    const { validationSplit = 0, subset = 'training' } = options;
    const samples = splitSamples(labels, validationSplit, subset, splitRandom);
    const [height, width] = size;
    let epochs = 0;

    function createBatch(batch: readonly number[], write: WritePixels): PixelBatch {
      const imageSize = height * width * 3;
      const pixels = new Float32Array(batch.length * imageSize);
      batch.forEach((sample, index) => {
        const picture = pictures[sample];
        if (picture !== undefined) write(picture, pixels, index * imageSize);
      });
      return { pixels, labels: batch.map((sample) => labels[sample] ?? 0) };
    }

    function toTensors({ pixels, labels }: PixelBatch): { xs: Tensor; ys: Tensor } {
      return tf.tidy(() => {
        const numbers = tf.tensor1d([...labels], 'int32');
        return {
          xs: toInput(tf, pixels, [labels.length, height, width, 3], options.preprocess),
          ys: options.labelMode === 'int' ? numbers.toFloat() : tf.oneHot(numbers, classes).toFloat(),
        };
      });
    }

    async function* batches(): AsyncGenerator<{ xs: Tensor; ys: Tensor }> {
      const random = seedrandom.alea(`${seed} ${epochs}`).double;
      epochs += 1;
      const order = shuffle ? shuffled(samples, random) : samples;
      const writeAugmented: WritePixels = (picture, target, at) =>
        applyTransform(picture, sampleTransform(augment, random), target, at);
      const prepare = async (from: number): Promise<PixelBatch> =>
        createBatch(order.slice(from, from + batchSize), writeAugmented);
      let nextBatch = prepare(0);
      for (let from = 0; from < order.length; from += batchSize) {
        const batch = await nextBatch;
        const next = from + batchSize;
        // A GPU trains on this batch while the CPU prepares the next.
        if (next < order.length) nextBatch = nextMacrotask().then(() => prepare(next));
        yield toTensors(batch);
      }
    }

    return Object.assign(tf.data.generator(batches), {
      size: Math.ceil(samples.length / batchSize),
      samples: samples.length,
      toTensors: async () =>
        toTensors(createBatch(samples, (picture, target, at) => target.set(picture.data, at))),
    });
  };
}

function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
