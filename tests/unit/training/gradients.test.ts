import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnsafeWindowError } from '../../../src/lessons-runtime/training/window-geometry.ts';
import { createChance, hasOutput, type WindowCase, windowCase } from './random-cases.ts';
import { buildNames, relativeError, startTraining, type Values, valuesOn } from './two-backends.ts';

const cases = 60;
const tolerance = 1e-4;

/** What an operation of tensors is, and its gradients by each, for random dy. */
type Operation = (...tensors: tf.Tensor[]) => tf.Tensor;

async function compare(operation: Operation, inputs: readonly Values[], dy: Values): Promise<number> {
  const compute = (...all: tf.Tensor[]) => {
    const [seed, ...tensors] = all.toReversed();
    if (seed === undefined) throw new Error('no dy');
    return [operation(...tensors.toReversed()), ...tf.grads(operation)(tensors.toReversed(), seed)];
  };
  const [reference, ours] = [
    await valuesOn('cpu', [...inputs, dy], compute),
    await valuesOn('wasm', [...inputs, dy], compute),
  ];
  return Math.max(...reference.map((each, index) => relativeError(each, ours[index] ?? [])));
}

/** The shape of what an operation gives. */
async function shapeOf(operation: Operation, inputs: readonly Values[]): Promise<readonly number[]> {
  await tf.setBackend('cpu');
  return tf.tidy(() => operation(...inputs.map(({ data, shape }) => tf.tensor(data, [...shape]))).shape);
}

function* windowCases(seed: string): Generator<WindowCase & { index: number }> {
  const chance = createChance(seed);
  for (let index = 0; index < cases; ) {
    const each = windowCase(chance);
    if (!hasOutput(each)) continue;
    yield { ...each, index };
    index += 1;
  }
}

describe.each(buildNames)('with kernels %s', (build) => {
  let undo: () => void;
  beforeAll(async () => {
    undo = await startTraining(build);
  });
  afterAll(() => undo());

  async function expectSame(seed: string, operation: Operation, inputs: readonly Values[], about: unknown) {
    const dy = createChance(seed).values(await shapeOf(operation, inputs));
    const error = await compare(operation, inputs, dy).catch((thrown: unknown) => {
      // Without kernels of ours, tfjs's own are kept from the windows that they get wrong.
      if (build === 'composed of operations' && thrown instanceof UnsafeWindowError) return 0;
      throw thrown;
    });
    expect(error, JSON.stringify(about)).toBeLessThan(tolerance);
  }

  it('conv2d', async () => {
    for (const each of windowCases('conv2d')) {
      const chance = createChance(`conv2d ${each.index}`);
      const filter = chance.values([
        ...each.window,
        each.input[3],
        chance.oneOf([1, 3, 4, 7, 8, 12, 16, 33]),
      ]);
      const operation: Operation = (x, w) =>
        tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, each.strides, each.padding as 'same');
      await expectSame('dy', operation, [chance.values(each.input), filter], each);
    }
  });

  it('depthwiseConv2d', async () => {
    for (const each of windowCases('depthwise')) {
      const chance = createChance(`depthwise ${each.index}`);
      const filter = chance.values([...each.window, each.input[3], chance.oneOf([1, 1, 1, 2, 3])]);
      const operation: Operation = (x, w) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, each.strides, each.padding as 'same');
      await expectSame('dy', operation, [chance.values(each.input), filter], each);
    }
  });

  it('maxPool, of negative values too', async () => {
    for (const each of windowCases('maxPool')) {
      const chance = createChance(`maxPool ${each.index}`);
      const x = chance.values(each.input);
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

  it('avgPool', async () => {
    for (const each of windowCases('avgPool')) {
      const chance = createChance(`avgPool ${each.index}`);
      const operation: Operation = (tensor) =>
        tf.avgPool(
          tensor as tf.Tensor4D,
          [...each.window] as [number, number],
          each.strides,
          each.padding as 'same',
        );
      await expectSame('dy', operation, [chance.values(each.input)], each);
    }
  });
});
