import { readFileSync, writeFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeBatchNormalization } from '../../../src/lessons-runtime/kernel/training/frozen-batch-normalization.ts';
import { openMobileNet } from '../models/open-model.ts';
import { startTraining } from './two-backends.ts';

/*
 * One of these steps takes seconds on tfjs's cpu backend, so its results are stored in a file. `UPDATE_GOLDEN=1` updates
 * the file.
 */
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';
const file = new URL('../../fixtures/mobilenet-v1/cpu-training.json', import.meta.url);

const side = 64;
const batch = 4;
const steps = 4;

interface Training {
  /** The loss before each step. */
  readonly losses: readonly number[];
  /** The mean of all moving means and that of all moving variances, after the last step. */
  readonly statistics: readonly number[];
}

type Golden = Readonly<Record<'frozen' | 'trainable', Training>>;

/** Returns a value of a batch of smooth colour waves; each picture has another direction and wavelength. */
function wave(index: number): number {
  const channel = index % 3;
  const x = Math.floor(index / 3) % side;
  const y = Math.floor(index / 3 / side) % side;
  const picture = Math.floor(index / 3 / side / side);
  return Math.sin((x * (picture + 1)) / 7 + (y * (4 - picture)) / 9 + channel * (picture + 1));
}

/** Fine-tunes all layers of the published network with a new head. */
async function fineTune(backend: 'cpu' | 'wasm', batchNormalization: keyof Golden): Promise<Training> {
  await tf.setBackend(backend);
  const base = await openMobileNet()({ includeTop: false, pooling: 'avg', inputShape: [side, side, 3] });
  const normLayers = base.layers.filter((layer) => layer.getClassName() === 'BatchNormalization');
  for (const layer of normLayers) layer.trainable = batchNormalization === 'trainable';
  const head = tf.layers.dense({
    units: 2,
    activation: 'softmax',
    kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
  });
  const outputs = base.outputs.map((output) => head.apply(output) as tf.SymbolicTensor);
  const model = tf.model({ inputs: base.inputs, outputs });
  model.compile({ optimizer: tf.train.adam(2e-5), loss: 'categoricalCrossentropy' });
  const values = Array.from({ length: batch * side * side * 3 }, (_, index) => wave(index));
  const x = tf.tensor4d(values, [batch, side, side, 3]);
  const y = tf.oneHot(tf.tensor1d([0, 1, 1, 0], 'int32'), 2);
  const losses: number[] = [];
  for (let step = 0; step < steps; step += 1) losses.push(Number(await model.trainOnBatch(x, y)));
  // The last two weights of each layer; the first two are the trained ones.
  const statistics = [-2, -1].map((index) =>
    tf.tidy(() =>
      Number(
        tf
          .concat(normLayers.flatMap((layer) => layer.getWeights().at(index) ?? []))
          .mean()
          .dataSync()[0],
      ),
    ),
  );
  tf.dispose([x, y]);
  model.dispose();
  return { losses, statistics };
}

describe('fine-tuning all layers of the published MobileNet on wasm', () => {
  let undo: () => void;
  let golden: Golden;
  let wasm: Golden;
  beforeAll(async () => {
    freezeBatchNormalization(tf);
    undo = await startTraining('fused multiply-add');
    if (isUpdate) {
      golden = { frozen: await fineTune('cpu', 'frozen'), trainable: await fineTune('cpu', 'trainable') };
      writeFileSync(file, `${JSON.stringify(golden, null, 1)}\n`);
    }
    golden = JSON.parse(readFileSync(file, 'utf8'));
    wasm = { frozen: await fineTune('wasm', 'frozen'), trainable: await fineTune('wasm', 'trainable') };
  }, 600_000);
  afterAll(() => undo());

  it.each([
    'frozen',
    'trainable',
  ] as const)('has the losses of the cpu backend with BatchNormalization %s', (batchNormalization) => {
    const { losses } = wasm[batchNormalization];
    const differences = losses.map((loss, step) =>
      Math.abs(loss - (golden[batchNormalization].losses[step] ?? Number.NaN)),
    );
    // For comparison, changing the pictures by 1e-7 changes the losses by up to 5e-6.
    expect(Math.max(...differences)).toBeLessThan(1e-4);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  it('updates the moving statistics like the cpu backend, and only if BatchNormalization is trainable', () => {
    for (const batchNormalization of ['frozen', 'trainable'] as const)
      for (const [index, value] of wasm[batchNormalization].statistics.entries())
        expect(value).toBeCloseTo(golden[batchNormalization].statistics[index] ?? Number.NaN, 4);
    for (const [index, value] of wasm.trainable.statistics.entries())
      expect(Math.abs(value - (wasm.frozen.statistics[index] ?? value))).toBeGreaterThan(1e-3);
  });
});
