import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutOfMemoryError } from '../../../src/lessons-runtime/training/out-of-memory.ts';
import { createSmallModel, pixels } from './small-models.ts';
import { startTraining } from './two-backends.ts';

const limitBytes = 12_000_000;

describe('a full heap', () => {
  let undo: () => void;
  beforeAll(async () => {
    undo = await startTraining('fused multiply-add', limitBytes);
  });
  afterAll(() => undo());

  const batchOf = (samples: number) =>
    [tf.zeros([samples, pixels, pixels, 3]), tf.oneHot(tf.zeros([samples], 'int32'), 3)] as const;

  it('throws with a batch size that fits, and leaks no tensors of the failed step', async () => {
    const model = createSmallModel('MobileNetV2');
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const tooLarge = batchOf(256);
    const before = [tf.memory().numTensors, tf.memory().numBytes];
    const failure: unknown = await model.trainOnBatch(...tooLarge).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutOfMemoryError);
    expect([tf.memory().numTensors, tf.memory().numBytes]).toEqual(before);
    await expect(model.fit(...tooLarge, { batchSize: 256 })).rejects.toThrow(/A batch of \d+ would fit/);
    tf.dispose([...tooLarge]);

    const suggested = Number(/A batch of (\d+) would fit/.exec(String(failure))?.[1]);
    expect(suggested).toBeGreaterThanOrEqual(2);
    const fitting = batchOf(suggested);
    expect(await model.trainOnBatch(...fitting)).toBeGreaterThan(0);
    const fourTimes = batchOf(suggested * 4);
    await expect(model.trainOnBatch(...fourTimes), 'the suggestion is not too low').rejects.toBeInstanceOf(
      OutOfMemoryError,
    );
    tf.dispose([...fitting, ...fourTimes]);
    model.dispose();
  });

  it('does not change the weights while it measures', async () => {
    const model = createSmallModel('MobileNetV1');
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const weights = () => model.getWeights().flatMap((weight) => [...weight.dataSync()]);
    const before = weights();
    const tooLarge = batchOf(512);
    await expect(model.trainOnBatch(...tooLarge)).rejects.toBeInstanceOf(OutOfMemoryError);
    expect(weights()).toEqual(before);
    tf.dispose([...tooLarge]);
    model.dispose();
  });

  it('throws for a single tensor that is too large, and stays usable', () => {
    expect(() => tf.zeros([limitBytes])).toThrow('has no room for another 48 MB');
    expect(tf.tidy(() => tf.add(tf.ones([3]), 1).arraySync())).toEqual([2, 2, 2]);
  });
});

describe('a gradient whose function throws', () => {
  it('leaks no tensors', async () => {
    const undo = await startTraining('plain SIMD');
    const x = tf.ones([4, 4]);
    const before = tf.memory().numTensors;
    const fails = tf.grad((tensor: tf.Tensor) => {
      tf.relu(tf.square(tensor));
      throw new Error('thrown by the function');
    });
    expect(() => fails(x)).toThrow('thrown by the function');
    expect(tf.memory().numTensors).toBe(before);
    undo();
  });
});

describe('a kernel that the wasm backend lacks', () => {
  it('throws with its name and the shapes of its inputs', async () => {
    const undo = await startTraining('plain SIMD');
    expect(() => tf.spectral.fft(tf.complex([1, 2], [0, 0]))).toThrow(
      "Kernel 'Complex' not registered for backend 'wasm', for inputs real [2], imag [2]",
    );
    expect(() => tf.einsum('ij,jk->ik', tf.ones([2, 3]), tf.ones([3, 4]))).toThrow(
      "Kernel 'Einsum' not registered for backend 'wasm', for inputs 0 [2,3], 1 [3,4]",
    );
    undo();
  });
});
