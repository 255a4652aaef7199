import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageDatasetOptions } from '../../../../src/lessons-runtime/library/data/image-dataset.ts';
import { createLibraryUnderTest } from '../library-under-test.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const { library } = createLibraryUnderTest(tf);

/** Seven pictures of 4 × 4, each of one value: its own number. */
const images = () => tf.tidy(() => tf.range(0, 7).reshape([7, 1, 1, 1]).tile([1, 4, 4, 3]) as tf.Tensor4D);
const labels = [0, 1, 2, 0, 1, 2, 0];
const base = (): ImageDatasetOptions => ({
  images: images(),
  labels,
  targetSize: [4, 4],
  batchSize: 3,
  seed: 1,
});

interface Read {
  readonly shapes: readonly string[];
  /** Each picture's first value, and its label. */
  readonly pairs: readonly (readonly [picture: number, label: number])[];
}

async function epoch(dataset: Awaited<ReturnType<typeof library.imageDataset>>): Promise<Read> {
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
  it('gives all pictures with their labels in batches, in another order each epoch, the same for the same seed', async () => {
    const dataset = await library.imageDataset(base());
    const [first, second] = [await epoch(dataset), await epoch(dataset)];
    expect(first.shapes).toEqual(['3,4,4,3 3,3', '3,4,4,3 3,3', '1,4,4,3 1,3']);
    for (const { pairs } of [first, second])
      expect(pairs.toSorted(([a], [b]) => a - b)).toEqual(labels.map((label, place) => [place, label]));
    expect(second.pairs).not.toEqual(first.pairs);
    const again = await library.imageDataset(base());
    expect([await epoch(again), await epoch(again)]).toEqual([first, second]);
    expect(await epoch(await library.imageDataset({ ...base(), seed: 2 }))).not.toEqual(first);
    expect([dataset.size, dataset.samples]).toEqual([3, 7]);
  });

  it('keeps the order where it is not to shuffle, gives class numbers where asked, and preprocesses', async () => {
    const dataset = await library.imageDataset({
      ...base(),
      shuffle: false,
      labelMode: 'int',
      preprocess: (pixels) => pixels.div(2),
    });
    expect(await epoch(dataset)).toEqual({
      shapes: ['3,4,4,3 3', '3,4,4,3 3', '1,4,4,3 1'],
      pairs: labels.map((label, place) => [place / 2, label]),
    });
    const { xs, ys } = await dataset.toTensors();
    expect([xs.shape, ys.shape]).toEqual([[7, 4, 4, 3], [7]]);
    expect(await ys.array()).toEqual(labels);
  });

  it('changes pictures anew in each epoch, not for toTensors', async () => {
    const dataset = await library.imageDataset({ ...base(), shuffle: false, augment: { brightness: 0.5 } });
    const [first, second] = [await epoch(dataset), await epoch(dataset)];
    expect(first.pairs).not.toEqual(second.pairs);
    const { xs } = await dataset.toTensors();
    expect(await xs.data()).toEqual(await images().toFloat().data());
  });

  it('splits in two that complete each other', async () => {
    const parts = (['training', 'validation'] as const).map(async (subset) =>
      (await epoch(await library.imageDataset({ ...base(), validationSplit: 0.34, subset }))).pairs.map(
        ([place]) => place,
      ),
    );
    const [training = [], validation = []] = await Promise.all(parts);
    expect(validation.map((place) => labels[place]).toSorted()).toEqual([0, 1, 2]);
    expect([...training, ...validation].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('takes tensors of any size, and pixels as loadImage gives them', async () => {
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
    expect((await epoch(dataset)).pairs).toEqual([
      [5, 0],
      [9, 1],
    ]);
  });

  it('trains a model, and leaves no tensor behind', async () => {
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
      'a label of no class',
      { classNames: ['a', 'b'] },
      /label of picture 2 is 2, and the classes go from 0 to 1/,
    ],
    ['half a label', { labels: [0, 1, 2, 0, 1, 2, 0.5] }, /label of picture 6 is 0\.5/],
    ['no pictures', { images: [], labels: [] }, /no picture/],
    ['what is no picture', { images: ['cat.jpg'] as never, labels: [0] }, /Picture 0 is neither/],
    ['batches of none', { batchSize: 0 }, /batchSize/],
  ])('refuses %s', async (_, options, message) => {
    await expect(library.imageDataset({ ...base(), ...options })).rejects.toThrow(message);
  });
});
