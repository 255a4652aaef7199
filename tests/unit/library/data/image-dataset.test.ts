import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageDatasetOptions } from '../../../../src/lessons-runtime/library/data/image-dataset.ts';
import { createLibraryUnderTest } from '../library-under-test.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const { library } = createLibraryUnderTest(tf);

/** Seven images of 4 × 4; all pixels of each have its index as their value. */
const images = () => tf.tidy(() => tf.range(0, 7).reshape([7, 1, 1, 1]).tile([1, 4, 4, 3]) as tf.Tensor4D);
const labels = [0, 1, 2, 0, 1, 2, 0];
const base = (): ImageDatasetOptions => ({
  images: images(),
  labels,
  targetSize: [4, 4],
  batchSize: 3,
  seed: 1,
});

interface Epoch {
  /** The shapes of each batch. */
  readonly shapes: readonly string[];
  /** Each picture's first value, and its label. */
  readonly pairs: readonly (readonly [picture: number, label: number])[];
}

async function readEpoch(dataset: Awaited<ReturnType<typeof library.imageDataset>>): Promise<Epoch> {
  const shapes: string[] = [];
  const pairs: [number, number][] = [];
  await dataset.forEachAsync(({ xs, ys }) => {
    shapes.push(`${xs.shape.join()} ${ys.shape.join()}`);
    const rows = tf.tidy(() => [
      xs.reshape([xs.shape[0] ?? 0, -1]).arraySync(),
      (ys.rank === 1 ? ys : ys.argMax(-1)).arraySync(),
    ]);
    const [pictures, numbers] = rows as [number[][], number[]];
    pictures.forEach((picture, place) => {
      pairs.push([picture[0] ?? -1, numbers[place] ?? -1]);
    });
    tf.dispose([xs, ys]);
  });
  return { shapes, pairs };
}

describe('imageDataset', () => {
  it('returns all images with their labels in batches, and shuffles each epoch as its seed determines', async () => {
    const dataset = await library.imageDataset(base());
    const [first, second] = [await readEpoch(dataset), await readEpoch(dataset)];
    expect(first.shapes).toEqual(['3,4,4,3 3,3', '3,4,4,3 3,3', '1,4,4,3 1,3']);
    for (const { pairs } of [first, second])
      expect(pairs.toSorted(([a], [b]) => a - b)).toEqual(labels.map((label, place) => [place, label]));
    expect(second.pairs).not.toEqual(first.pairs);
    const again = await library.imageDataset(base());
    expect([await readEpoch(again), await readEpoch(again)]).toEqual([first, second]);
    expect(await readEpoch(await library.imageDataset({ ...base(), seed: 2 }))).not.toEqual(first);
    expect([dataset.size, dataset.samples]).toEqual([3, 7]);
  });

  it('applies the options shuffle, labelMode and preprocess', async () => {
    const dataset = await library.imageDataset({
      ...base(),
      shuffle: false,
      labelMode: 'int',
      preprocess: (pixels) => pixels.div(2),
    });
    expect(await readEpoch(dataset)).toEqual({
      shapes: ['3,4,4,3 3', '3,4,4,3 3', '1,4,4,3 1'],
      pairs: labels.map((label, place) => [place / 2, label]),
    });
    const { xs, ys } = await dataset.toTensors();
    expect([xs.shape, ys.shape]).toEqual([[7, 4, 4, 3], [7]]);
    expect(await ys.array()).toEqual(labels);
  });

  it('augments images differently in each epoch, but not in toTensors', async () => {
    const dataset = await library.imageDataset({ ...base(), shuffle: false, augment: { brightness: 0.5 } });
    const [first, second] = [await readEpoch(dataset), await readEpoch(dataset)];
    expect(first.pairs).not.toEqual(second.pairs);
    const { xs } = await dataset.toTensors();
    expect(await xs.data()).toEqual(await images().toFloat().data());
  });

  it('splits the images into disjoint subsets, stratified by class', async () => {
    const parts = (['training', 'validation'] as const).map(async (subset) =>
      (await readEpoch(await library.imageDataset({ ...base(), validationSplit: 0.34, subset }))).pairs.map(
        ([place]) => place,
      ),
    );
    const [training = [], validation = []] = await Promise.all(parts);
    expect(validation.map((place) => labels[place]).toSorted()).toEqual([0, 1, 2]);
    expect([...training, ...validation].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('accepts tensors of any size and the ImageData that loadImage returns', async () => {
    const pixels = {
      width: 4,
      height: 4,
      colorSpace: 'srgb',
      data: new Uint8ClampedArray(64).fill(9),
    } as ImageData;
    const dataset = await library.imageDataset({
      images: [tf.fill([8, 6, 3], 5) as tf.Tensor3D, pixels],
      labels: [0, 1],
      targetSize: [4, 4],
      shuffle: false,
    });
    expect((await readEpoch(dataset)).pairs).toEqual([
      [5, 0],
      [9, 1],
    ]);
  });

  it('trains a model without leaking tensors', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [4, 4, 3] }),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    const dataset = await library.imageDataset({ ...base(), augment: { flip: 'horizontal', rotate: 5 } });
    await model.fitDataset(dataset, { epochs: 1 });
    const before = tf.memory().numTensors;
    const { history } = await model.fitDataset(dataset, { epochs: 3 });
    expect(history['loss']).toHaveLength(3);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each<[string, Partial<ImageDatasetOptions>, RegExp]>([
    ['fewer labels than pictures', { labels: [0, 1] }, /7 pictures and 2 labels/],
    [
      'a label that is out of range',
      { classNames: ['a', 'b'] },
      /label of picture 2 is 2, and the classes go from 0 to 1/,
    ],
    ['a label that is not an integer', { labels: [0, 1, 2, 0, 1, 2, 0.5] }, /label of picture 6 is 0\.5/],
    ['no pictures', { images: [], labels: [] }, /no picture/],
    ['something other than an image', { images: ['cat.jpg'] as never, labels: [0] }, /Picture 0 is neither/],
    ['a batch size of 0', { batchSize: 0 }, /batchSize/],
  ])('throws on %s', async (_, options, message) => {
    await expect(library.imageDataset({ ...base(), ...options })).rejects.toThrow(message);
  });
});
