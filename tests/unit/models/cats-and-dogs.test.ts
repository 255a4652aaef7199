import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCatsAndDogs } from '../../../src/lessons-runtime/models/cats-and-dogs.ts';
import { parseLabels } from '../../../tools/imagenet-labels/parse-labels.ts';

const catsAndDogs = createCatsAndDogs(tf);
const labels = parseLabels(
  readFileSync(new URL('../../../tools/imagenet-labels/labels.tsv', import.meta.url), 'utf8'),
);

beforeAll(() => tf.setBackend('cpu'));

/** Returns the classes that are summed in a column: those whose one-hot row results in 1. */
function classesOf(column: number): readonly number[] {
  return tf.tidy(() => {
    const sums = catsAndDogs(tf.eye(1000)).arraySync() as number[][];
    return [...sums.keys()].filter((index) => sums[index]?.[column] === 1);
  });
}

describe('catsAndDogs', () => {
  it('sums the 5 cats and the 118 dogs of ImageNet', () => {
    // The WordNet ids of the domestic cats and of the breeds of dogs are two contiguous ranges.
    const wnids = labels.map(({ wnid }) => wnid);
    const between = (first: string, last: string) =>
      [...wnids.keys()].filter((index) => (wnids[index] ?? '') >= first && (wnids[index] ?? '') <= last);
    const cats = between('n02123045', 'n02124075');
    const dogs = between('n02085620', 'n02113978');
    expect([cats.length, dogs.length]).toEqual([5, 118]);
    expect(classesOf(0)).toEqual(cats);
    expect(classesOf(1)).toEqual(dogs);
    const names = (indices: readonly number[]) => indices.map((index) => labels[index]?.en);
    expect(names(cats)).toEqual(['tabby cat', 'tiger cat', 'Persian cat', 'Siamese cat', 'Egyptian cat']);
    expect(names(dogs)).toEqual(
      expect.arrayContaining(['Chihuahua', 'German shepherd', 'golden retriever', 'Mexican hairless']),
    );
  });

  it('sums and normalizes the probabilities of a batch without disposing it', () => {
    const batch = tf.buffer([2, 1000]);
    batch.set(0.1, 0, 281);
    batch.set(0.2, 0, 285);
    batch.set(0.1, 0, 151);
    batch.set(0.6, 0, 0);
    batch.set(0.25, 1, 268);
    const probabilities = batch.toTensor();
    const before = tf.memory().numTensors;
    const result = catsAndDogs(probabilities);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(result.shape).toEqual([2, 2]);
    const [first, second] = result.arraySync() as number[][];
    expect(first?.[0]).toBeCloseTo(0.75, 6);
    expect(first?.[1]).toBeCloseTo(0.25, 6);
    expect(second?.[0]).toBeCloseTo(0, 6);
    expect(second?.[1]).toBe(1);
    tf.dispose([probabilities, result]);
  });

  it('accepts a single picture without a batch axis, and returns 0.5 for both if both sums are 0', () => {
    expect(catsAndDogs(tf.zeros([1000])).arraySync()).toEqual([0.5, 0.5]);
  });

  it.each([
    [[2, 1001], 'classes'],
    [[1, 7, 7, 1000], 'rank'],
    [[], 'rank'],
  ])('throws for the shape %j', (shape, kind) => {
    expect(() => catsAndDogs(tf.zeros(shape))).toThrow(
      expect.objectContaining({ name: 'ModelArgumentError', kind, found: `[${shape.join(', ')}]` }),
    );
  });
});
