import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutOfMemoryError } from '../../../src/lessons-runtime/training/out-of-memory.ts';
import { createSmallModel, pixels } from './small-models.ts';
import { startTraining } from './two-backends.ts';

const limitBytes = 12_000_000;

describe('a heap that is full', () => {
  let undo: () => void;
  beforeAll(async () => {
    undo = await startTraining('fused multiply-add', limitBytes);
  });
  afterAll(() => undo());

  const batchOf = (samples: number) =>
    [tf.zeros([samples, pixels, pixels, 3]), tf.oneHot(tf.zeros([samples], 'int32'), 3)] as const;

  it('says which batch would fit; that one does, and nothing of the failed one is kept', async () => {
    const model = createSmallModel('MobileNetV2');
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const whole = batchOf(256);
    const before = [tf.memory().numTensors, tf.memory().numBytes];
    const failure: unknown = await model.trainOnBatch(...whole).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutOfMemoryError);
    expect([tf.memory().numTensors, tf.memory().numBytes]).toEqual(before);
    await expect(model.fit(...whole, { batchSize: 256 })).rejects.toThrow(/A batch of \d+ would fit/);
    tf.dispose([...whole]);

    const said = Number(/A batch of (\d+) would fit/.exec(String(failure))?.[1]);
    expect(said).toBeGreaterThanOrEqual(2);
    const advised = batchOf(said);
    expect(await model.trainOnBatch(...advised)).toBeGreaterThan(0);
    const fourTimes = batchOf(said * 4);
    await expect(model.trainOnBatch(...fourTimes), 'it was not too careful').rejects.toBeInstanceOf(
      OutOfMemoryError,
    );
    tf.dispose([...advised, ...fourTimes]);
    model.dispose();
  });

  it('moves no weight while it measures', async () => {
    const model = createSmallModel('MobileNetV1');
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const weights = () => model.getWeights().flatMap((weight) => [...weight.dataSync()]);
    const before = weights();
    const whole = batchOf(512);
    await expect(model.trainOnBatch(...whole)).rejects.toBeInstanceOf(OutOfMemoryError);
    expect(weights()).toEqual(before);
    tf.dispose([...whole]);
    model.dispose();
  });

  it('refuses a tensor by itself, and goes on', () => {
    expect(() => tf.zeros([limitBytes])).toThrow('has no room for another 48 MB');
    expect(tf.tidy(() => tf.add(tf.ones([3]), 1).arraySync())).toEqual([2, 2, 2]);
  });
});

describe('a gradient whose function throws', () => {
  it('leaves nothing behind', async () => {
    const undo = await startTraining('plain SIMD');
    const x = tf.ones([4, 4]);
    const before = tf.memory().numTensors;
    const fails = tf.grad((tensor: tf.Tensor) => {
      tf.relu(tf.square(tensor));
      throw new Error('a mistake of the cell');
    });
    expect(() => fails(x)).toThrow('a mistake of the cell');
    expect(tf.memory().numTensors).toBe(before);
    undo();
  });
});

describe('a kernel that the wasm backend lacks', () => {
  it('is named with what was asked of it', async () => {
    const undo = await startTraining('plain SIMD');
    expect(() => tf.spectral.fft(tf.complex([1, 2], [0, 0]))).toThrow(
      "Kernel 'Complex' not registered for backend 'wasm', asked of real [2], imag [2]",
    );
    expect(() => tf.einsum('ij,jk->ik', tf.ones([2, 3]), tf.ones([3, 4]))).toThrow(
      "Kernel 'Einsum' not registered for backend 'wasm', asked of 0 [2,3], 1 [3,4]",
    );
    undo();
  });
});
