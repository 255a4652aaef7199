import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnsafeWindowError } from '../../../src/lessons-runtime/training/window-geometry.ts';
import { createRandomCases, hasOutput, type WindowCase, windowCase } from './random-cases.ts';
import { buildNames, relativeError, startTraining, type Values, valuesOn } from './two-backends.ts';

const cases = 120;
const tolerance = 1e-4;

type Operation = (...tensors: tf.Tensor[]) => tf.Tensor;

/** Compares the result and the gradients of an operation between cpu and wasm. @returns the largest relative error */
async function compare(operation: Operation, inputs: readonly Values[], dy: Values): Promise<number> {
  const compute = (...all: tf.Tensor[]) => {
    const [seed, ...tensors] = all.toReversed();
    if (seed === undefined) throw new Error('no dy');
    return [operation(...tensors.toReversed()), ...tf.grads(operation)(tensors.toReversed(), seed)];
  };
  const reference = await valuesOn('cpu', [...inputs, dy], compute);
  const wasm = await valuesOn('wasm', [...inputs, dy], compute);
  return Math.max(...reference.map((each, index) => relativeError(each, wasm[index] ?? [])));
}

/** Returns the shape of an operation's result. */
async function shapeOf(operation: Operation, inputs: readonly Values[]): Promise<readonly number[]> {
  await tf.setBackend('cpu');
  return tf.tidy(() => operation(...inputs.map(({ data, shape }) => tf.tensor(data, [...shape]))).shape);
}

function* windowCases(seed: string): Generator<WindowCase & { index: number }> {
  const random = createRandomCases(seed);
  for (let index = 0; index < cases; ) {
    const each = windowCase(random);
    if (!hasOutput(each)) continue;
    yield { ...each, index };
    index += 1;
  }
}

describe.each(buildNames)('the kernels “%s”', (build) => {
  let undo: () => void;
  beforeAll(async () => {
    undo = await startTraining(build);
  });
  afterAll(() => undo());

  async function expectSame(seed: string, operation: Operation, inputs: readonly Values[], about: unknown) {
    const dy = createRandomCases(seed).values(await shapeOf(operation, inputs));
    const error = await compare(operation, inputs, dy).catch((thrown: unknown) => {
      // The composed kernels reject the windows that tfjs's own kernels compute wrongly.
      if (build === 'composed of operations' && thrown instanceof UnsafeWindowError) return 0;
      throw thrown;
    });
    expect(error, JSON.stringify(about)).toBeLessThan(tolerance);
  }

  it('computes conv2d', async () => {
    for (const each of windowCases('conv2d')) {
      const random = createRandomCases(`conv2d ${each.index}`);
      const filter = random.values([
        ...each.window,
        each.input[3],
        random.oneOf([1, 3, 4, 7, 8, 12, 16, 33]),
      ]);
      const operation: Operation = (x, w) =>
        tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, each.strides, each.padding as 'same');
      await expectSame('dy', operation, [random.values(each.input), filter], each);
    }
  });

  it('computes depthwiseConv2d', async () => {
    for (const each of windowCases('depthwise')) {
      const random = createRandomCases(`depthwise ${each.index}`);
      const filter = random.values([...each.window, each.input[3], random.oneOf([1, 1, 1, 2, 3])]);
      const operation: Operation = (x, w) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, each.strides, each.padding as 'same');
      await expectSame('dy', operation, [random.values(each.input), filter], each);
    }
  });

  it('computes maxPool, of negative values too', async () => {
    for (const each of windowCases('maxPool')) {
      const random = createRandomCases(`maxPool ${each.index}`);
      const x = random.values(each.input);
      const shift = each.index % 3 === 0 ? 1.5 : 0;
      const input = { ...x, data: x.data.map((value) => value - shift) };
      const operation: Operation = (tensor) =>
        tf.maxPool(
          tensor as tf.Tensor4D,
          [...each.window] as [number, number],
          each.strides,
          each.padding as 'same',
        );
      await expectSame('dy', operation, [input], each);
    }
  });

  it('computes avgPool', async () => {
    for (const each of windowCases('avgPool')) {
      const random = createRandomCases(`avgPool ${each.index}`);
      const operation: Operation = (tensor) =>
        tf.avgPool(
          tensor as tf.Tensor4D,
          [...each.window] as [number, number],
          each.strides,
          each.padding as 'same',
        );
      await expectSame('dy', operation, [random.values(each.input)], each);
    }
  });

  const shapes = [[3, 5, 6, 7], [2, 4, 4, 16], [17, 33], [5]] as const;

  it.each([
    ['relu', tf.relu],
    ['relu6', tf.relu6],
    ['clipByValue', (x: tf.Tensor) => tf.clipByValue(x, -2, 5)],
    ['softmax', (x: tf.Tensor) => tf.softmax(x)],
  ] as const)('computes %s', async (name, operation) => {
    for (const shape of shapes) {
      const { data } = createRandomCases(`${name} ${shape}`).values(shape);
      // Includes values beyond the clipped range, and at its limits.
      const input = { shape, data: data.map((value, index) => [value * 9, 0, 6, -2, 5][index % 5] ?? value) };
      await expectSame('dy', operation as Operation, [input], shape);
    }
  });

  it.each([
    ['sums', tf.sum],
    ['means', tf.mean],
  ] as const)('computes %s over leading and other axes', async (_, reduce) => {
    for (const axes of [[0], [0, 1, 2], [1, 2], [3], [0, 1, 2, 3]]) {
      for (const keepDims of [true, false]) {
        const input = createRandomCases(`sum ${axes}`).values([3, 4, 5, 18]);
        await expectSame('dy', (x) => reduce(x, axes, keepDims), [input], axes);
      }
    }
  });

  it('computes gather, the operation of embeddings', async () => {
    const input = createRandomCases('gather').values([6, 5]);
    await expectSame('dy', (x) => tf.gather(x, tf.tensor([4, 0, 4, 2], [4], 'int32')), [input], 'gather');
  });

  it('computes batch normalization, with given statistics and with those of the batch', async () => {
    const random = createRandomCases('batch normalization');
    for (const shape of [
      [4, 6, 5, 7],
      [9, 16],
    ]) {
      const channels = shape.at(-1) ?? 0;
      const inputs = [random.values(shape), ...[0, 0, 0].map(() => random.values([channels]))];
      const [x, offset, scale, raw] = inputs;
      if (x === undefined || offset === undefined || scale === undefined || raw === undefined) continue;
      const variance = { ...raw, data: raw.data.map((value) => 0.5 + value * value) };
      const fixed: Operation = (tensor, mean, spread, shift, factor) =>
        tf.batchNorm(
          tensor,
          mean as tf.Tensor1D,
          spread as tf.Tensor1D,
          shift as tf.Tensor1D,
          factor as tf.Tensor1D,
        );
      await expectSame('dy', fixed, [x, offset, variance, scale, raw], shape);
      const ofBatch: Operation = (tensor, shift, factor) => {
        const { mean, variance: spread } = tf.moments(tensor, [...shape.keys()].slice(0, -1));
        return fixed(tensor, mean, spread, shift, factor);
      };
      await expectSame('dy', ofBatch, [x, offset, scale], shape);
    }
  });

  it('computes gradients of gradients', async () => {
    const input = createRandomCases('second').values([2, 5, 5, 3]);
    const slope = tf.grad((x: tf.Tensor) => tf.relu(tf.mul(x, tf.mul(x, x))).sum());
    await expectSame('dy', slope as Operation, [input], 'second');
  });

  it('does not change gradients on other backends', async () => {
    await tf.setBackend('cpu');
    const values = tf.tidy(() =>
      tf
        .grad((x: tf.Tensor) => tf.relu6(x))(tf.tensor1d([-1, 3, 7]))
        .arraySync(),
    );
    expect(values).toEqual([0, 1, 0]);
  });
});
