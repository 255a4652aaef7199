import type { Tensor, Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import type { Dataset } from '@tensorflow/tfjs-data';
import seedrandom from 'seedrandom';
import {
  type Augmentation,
  applyTransform,
  type Pixels,
  sampleTransform,
} from '../../datasets/augmentation.ts';
import { shuffled, splitSamples } from '../../datasets/split-samples.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { libraryWords } from '../library-words.ts';
import { type Picture, pixelsOf } from './picture-pixels.ts';

export interface ImageDatasetOptions {
  /** Photos, pixels, or tensors from 0 to 255. */
  readonly images: readonly Picture[] | Tensor4D;
  /** Of each image its class, counted from 0. */
  readonly labels: readonly number[];
  /** How many classes there are; where left out, as many as the labels need. */
  readonly classNames?: readonly string[];
  /** `[height, width]`. Default [224, 224]; a photo is cropped to that shape, a tensor squeezed. */
  readonly targetSize?: readonly [number, number];
  /** Default 32. */
  readonly batchSize?: number;
  /** In another order each epoch. Default true. */
  readonly shuffle?: boolean;
  /** The same seed gives the same order and changes; where left out, the lesson's. */
  readonly seed?: number;
  /** Changes drawn anew for each picture in each epoch. */
  readonly augment?: Augmentation;
  /** From pixels to what the network wants, batch by batch: `mobileNet.preprocessInput`. Where left out, 0 to 255 stay. */
  readonly preprocess?: (pixels: Tensor4D) => Tensor;
  /** `'categorical'`: one-hot rows (default). `'int'`: class numbers. As in Keras. */
  readonly labelMode?: 'categorical' | 'int';
  /** The share of each class held back, and which part this dataset is: with the same seed they complete each other. */
  readonly validationSplit?: number;
  readonly subset?: 'training' | 'validation';
}

type ImageDataset = Dataset<{ xs: Tensor; ys: Tensor }> & {
  /** Pictures in it. */
  readonly samples: number;
  /** All of it at once, unchanged and in order. */
  toTensors(): Promise<{ xs: Tensor; ys: Tensor }>;
};

/** A batch before it becomes tensors: what is prepared ahead and never used costs nothing on a graphics processor. */
interface PixelBatch {
  readonly pixels: Float32Array;
  readonly labels: readonly number[];
}

/**
 * Makes Keras's `image_dataset_from_directory` for pictures that are already here: batches of `{ xs, ys }` for
 * `fitDataset`, each prepared while the one before it trains. Pictures are decoded and resized once, and kept as bytes.
 */
export function createImageDataset(tf: TensorFlow, language: Language) {
  const words = libraryWords[language];

  async function decode(options: ImageDatasetOptions, size: readonly [number, number]): Promise<Pixels[]> {
    const { images } = options;
    const pictures: readonly Picture[] =
      images instanceof tf.Tensor ? (tf.unstack(images) as Tensor3D[]) : images;
    if (pictures.length === 0) throw new ArgumentError(words.noPictures);
    if (pictures.length !== options.labels.length)
      throw new ArgumentError(words.labelCount(pictures.length, options.labels.length));
    const decoded: Pixels[] = [];
    for (const [place, picture] of pictures.entries()) {
      const pixels = await pixelsOf(tf, picture, size);
      if (pixels === null) throw new ArgumentError(words.notImage(place));
      decoded.push(pixels);
    }
    if (images instanceof tf.Tensor) tf.dispose(pictures as Tensor3D[]);
    return decoded;
  }

  function classCount({ labels, classNames }: ImageDatasetOptions): number {
    const classes = classNames?.length ?? Math.max(...labels) + 1;
    labels.forEach((label, place) => {
      if (!Number.isInteger(label) || label < 0 || label >= classes)
        throw new ArgumentError(words.label(String(label), place, Math.max(classes, 1)));
    });
    return classes;
  }

  /** @throws {ArgumentError} */
  return async function imageDataset(options: ImageDatasetOptions): Promise<ImageDataset> {
    const { targetSize: size = [224, 224], batchSize = 32, shuffle = true, augment = {}, labels } = options;
    if (!Number.isInteger(batchSize) || batchSize < 1)
      throw new ArgumentError(words.batchSize(String(batchSize)));
    const seed = String(options.seed ?? Math.random());
    const pictures = await decode(options, size);
    const classes = classCount(options);
    const split = seedrandom.alea(`${seed} split`).double;
    const { validationSplit: share = 0, subset = 'training' } = options;
    const places = splitSamples(labels, share, subset, split);
    const [height, width] = size;
    let epochs = 0;

    function batchOf(
      batch: readonly number[],
      change: (picture: Pixels, target: Float32Array, at: number) => void,
    ) {
      const each = height * width * 3;
      const pixels = new Float32Array(batch.length * each);
      batch.forEach((place, index) => {
        const picture = pictures[place];
        if (picture !== undefined) change(picture, pixels, index * each);
      });
      return { pixels, labels: batch.map((place) => labels[place] ?? 0) };
    }

    function tensorsOf({ pixels, labels }: PixelBatch): { xs: Tensor; ys: Tensor } {
      return tf.tidy(() => {
        const raw = tf.tensor4d(pixels, [labels.length, height, width, 3]);
        const numbers = tf.tensor1d([...labels], 'int32');
        return {
          xs: options.preprocess?.(raw) ?? raw,
          ys: options.labelMode === 'int' ? numbers.toFloat() : tf.oneHot(numbers, classes).toFloat(),
        };
      });
    }

    async function* batches(): AsyncGenerator<{ xs: Tensor; ys: Tensor }> {
      const random = seedrandom.alea(`${seed} ${epochs}`).double;
      epochs += 1;
      const order = shuffle ? shuffled(places.length, random).map((at) => places[at] ?? 0) : places;
      const change: Parameters<typeof batchOf>[1] = (picture, target, at) =>
        applyTransform(picture, sampleTransform(augment, random), target, at);
      const prepare = async (from: number): Promise<PixelBatch> =>
        batchOf(order.slice(from, from + batchSize), change);
      let ahead = prepare(0);
      for (let from = 0; from < order.length; from += batchSize) {
        const batch = await ahead;
        const next = from + batchSize;
        // On a graphics processor this one trains while the next is prepared here.
        if (next < order.length) ahead = laterTurn().then(() => prepare(next));
        yield tensorsOf(batch);
      }
    }

    const dataset = tf.data.generator(batches as never) as unknown as Dataset<{ xs: Tensor; ys: Tensor }>;
    const toTensors = async () =>
      tensorsOf(batchOf(places, (picture, target, at) => target.set(picture.data, at)));
    return Object.assign(dataset, {
      size: Math.ceil(places.length / batchSize),
      samples: places.length,
      toTensors,
    });
  };
}

function laterTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
