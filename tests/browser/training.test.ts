import { describe, expect } from 'vitest';
import { cell, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

/** Trains on horizontal and vertical stripes with every type of layer that a small network has. */
const stripes = `
const labels = Array.from({ length: 48 }, (_, index) => index % 2);
const pictures = tf.tensor4d(labels.flatMap((label) => Array.from({ length: 16 * 16 }, (_, pixel) =>
  ((label === 0 ? pixel : Math.floor(pixel / 16)) % 4 < 2 ? 1 : -1) + Math.random() * 0.5)), [48, 16, 16, 1]);
const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), 2);
const model = tf.sequential({ layers: [
  tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', inputShape: [16, 16, 1] }),
  tf.layers.batchNormalization(),
  tf.layers.reLU({ maxValue: 6 }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.depthwiseConv2d({ kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' }),
  tf.layers.separableConv2d({ filters: 16, kernelSize: 3, padding: 'same', activation: 'relu6' }),
  tf.layers.averagePooling2d({ poolSize: 2 }),
  tf.layers.dropout({ rate: 0.2 }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 2, activation: 'softmax' }),
] });
model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const { history } = await model.fit(pictures, targets, { epochs: 12, batchSize: 16, validationSplit: 0.25 });
const held = tf.memory().numTensors;
await model.fit(pictures, targets, { epochs: 1, batchSize: 16 });
JSON.stringify({ backend: tf.getBackend(), loss: history.loss, held, after: tf.memory().numTensors })`;

const id = 'first';

describe('the same training', () => {
  /** The relative difference allowed between the losses of two backends, which sum in different orders. */
  const tolerance = 2e-3;
  const steps = `
const labels = Array.from({ length: 16 }, (_, index) => index % 2);
const pictures = tf.tensor4d(labels.flatMap((label) => Array.from({ length: 12 * 12 }, (_, pixel) =>
  ((label === 0 ? pixel : Math.floor(pixel / 12)) % 4 < 2 ? 1 : -1) + Math.sin(pixel * 37 + label))), [16, 12, 12, 1]);
const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), 2);
const seeded = (seed) => tf.initializers.heNormal({ seed });
const model = tf.sequential({ layers: [
  tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', inputShape: [12, 12, 1], kernelInitializer: seeded(1) }),
  tf.layers.reLU({ maxValue: 6 }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.depthwiseConv2d({ kernelSize: 3, strides: 2, padding: 'same', activation: 'relu', depthwiseInitializer: seeded(2) }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: seeded(3) }),
] });
model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
const losses = [];
for (let step = 0; step < 8; step += 1) losses.push(await model.trainOnBatch(pictures, targets));
tf.dispose([pictures, targets]);
JSON.stringify({ backend: tf.getBackend(), losses })`;

  siteTest('loses alike on webgl, wasm and cpu', async ({ openEngine }) => {
    const curves: Record<string, readonly number[]> = {};
    for (const wanted of ['webgl', 'wasm', 'cpu'] as const) {
      const { page } = await openEngine('en', { backend: wanted });
      await writeCell(page, id, steps);
      await runCell(page, 'en', id);
      const shown = await cell(page, id).locator('[data-output=value]').innerText();
      const { backend, losses }: { backend: string; losses: number[] } = JSON.parse(JSON.parse(shown));
      expect(backend).toBe(wanted);
      curves[backend] = losses;
    }
    const reference = curves['cpu'] ?? [];
    expect(reference).toHaveLength(8);
    expect(reference.at(-1)).toBeLessThan((reference[0] ?? 0) * 0.8);
    for (const backend of ['webgl', 'wasm']) {
      for (const [step, loss] of reference.entries()) {
        const apart = Math.abs((curves[backend]?.[step] ?? Number.NaN) - loss) / loss;
        expect(apart, `${backend}, step ${step + 1}`).toBeLessThan(tolerance);
      }
    }
  });
});

describe('on wasm', () => {
  siteTest('a cell trains a convolutional network, and its loss falls', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await writeCell(page, id, stripes);
    await runCell(page, 'es', id);
    const shown = await cell(page, id).locator('[data-output=value]').innerText();
    const { backend, loss, held, after }: { backend: string; loss: number[]; held: number; after: number } =
      JSON.parse(JSON.parse(shown));
    expect(backend).toBe('wasm');
    expect(loss.at(-1)).toBeLessThan((loss[0] ?? 0) / 2);
    expect(after).toBe(held);
  });

  siteTest('a missing kernel is reported with its shapes and with advice', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await writeCell(page, id, "tf.einsum('ij,jk->ik', tf.ones([2, 3]), tf.ones([3, 4]));");
    await runCell(page, 'es', id, 'failed');
    const error = await cell(page, id).locator('[data-output=error]').innerText();
    expect(error).toContain("Kernel 'Einsum' not registered for backend 'wasm', for inputs 0 [2,3], 1 [3,4]");
    expect(error).toContain('?backend=cpu');
  });

  siteTest(
    'a batch that does not fit in memory is reported with a size that does, with which the next run trains',
    async ({ openEngine }) => {
      const { page } = await openEngine('es');
      const training = (batchSize: number) => `
const network = tf.sequential({ layers: [
  tf.layers.conv2d({ filters: 48, kernelSize: 1, inputShape: [128, 128, 1], activation: 'relu' }),
  tf.layers.conv2d({ filters: 48, kernelSize: 1, activation: 'relu' }),
  tf.layers.globalAveragePooling2d({}),
  tf.layers.dense({ units: 1 }),
] });
network.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await network.fit(tf.zeros([512, 128, 128, 1]), tf.zeros([512, 1]), { batchSize: ${batchSize}, epochs: 1 });
'done'`;
      await writeCell(page, id, training(512));
      await runCell(page, 'es', id, 'failed');
      const error = await cell(page, id).locator('[data-output=error]').innerText();
      const fits = Number(/batchSize: (\d+)/.exec(error)?.[1]);
      expect(fits, error).toBeGreaterThanOrEqual(32);
      expect(fits).toBeLessThan(512);
      await writeCell(page, id, training(fits).replaceAll('512', String(fits)));
      await runCell(page, 'es', id);
    },
  );
});
