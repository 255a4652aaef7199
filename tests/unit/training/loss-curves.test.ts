import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandomCases } from './random-cases.ts';
import { classes, createSmallModel, type ModelKind, modelKinds, pixels } from './small-models.ts';
import { buildNames, startTraining } from './two-backends.ts';

const steps = 20;
const labels = [0, 1, 2, 0, 1, 2];
const batch = labels.length;
const optimizers = { adam: () => tf.train.adam(3e-3), momentum: () => tf.train.momentum(0.1, 0.9) } as const;
type OptimizerName = keyof typeof optimizers;
const optimizerNames = ['adam', 'momentum'] as const;

/** Noise, in which one of the three colours is stronger: the picture's class. */
const grain = createRandomCases('pictures').values([batch, pixels, pixels, 3]);
const pictures = grain.data.map((value, index) => {
  const label = labels[Math.floor(index / (pixels * pixels * 3))];
  return value * 0.5 + (index % 3 === label ? 0.5 : 0);
});

/** Returns the losses of all steps on one batch. @param noise the relative change of each pixel, up or down */
async function lossCurve(
  backend: 'cpu' | 'wasm',
  kind: ModelKind,
  optimizer: OptimizerName,
  noise = 0,
): Promise<readonly number[]> {
  await tf.setBackend(backend);
  const model = createSmallModel(kind);
  model.compile({ optimizer: optimizers[optimizer](), loss: 'categoricalCrossentropy' });
  const random = createRandomCases('noise');
  const values = pictures.map((value) => value * (1 + noise * random.oneOf([-1, 1])));
  const x = tf.tensor4d(values, [batch, pixels, pixels, 3]);
  const y = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
  const losses: number[] = [];
  for (let step = 0; step < steps; step += 1) losses.push(Number(await model.trainOnBatch(x, y)));
  tf.dispose([x, y]);
  model.dispose();
  return losses;
}

const distance = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((loss, step) => Math.abs(loss - (other[step] ?? Number.NaN))));

const cache = new Map<string, { cpu: readonly number[]; changed: readonly number[] }>();

/** Returns the losses on cpu, with the pictures and with the last bit of each pixel changed; computed once for all builds. */
async function onCpu(kind: ModelKind, optimizer: OptimizerName) {
  const name = `${kind} ${optimizer}`;
  const curves = cache.get(name) ?? {
    cpu: await lossCurve('cpu', kind, optimizer),
    changed: await lossCurve('cpu', kind, optimizer, 1e-7),
  };
  cache.set(name, curves);
  return curves;
}

describe.each(buildNames)('twenty training steps with the kernels “%s”', (build) => {
  let undo: () => void;
  beforeAll(async () => {
    undo = await startTraining(build);
  });
  afterAll(() => undo());

  it.each(
    modelKinds.flatMap((kind) => optimizerNames.map((optimizer) => [kind, optimizer] as const)),
  )('of a %s with %s have the losses of cpu, within ten times the effect of a last-bit change of the pictures', async (kind, optimizer) => {
    const { cpu, changed } = await onCpu(kind, optimizer);
    const wasm = await lossCurve('wasm', kind, optimizer);
    expect(wasm.at(-1)).toBeLessThan(wasm[0] ?? 0);
    // The constant allows for rounding, a few units in the last place of float32, if the change has no effect.
    expect(distance(cpu, wasm)).toBeLessThan(10 * distance(cpu, changed) + 2e-6);
  });
});
