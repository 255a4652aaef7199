import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutputCapture } from '../../../../src/lessons-runtime/kernel/output/capture-output.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import { createFitProgress } from '../../../../src/lessons-runtime/kernel/training/fit-progress.ts';
import type { OutputOf } from '../../../../src/lessons-runtime/protocol/output.ts';
import { patchOnly } from '../../../support/patched-training.ts';
import { rememberTfjs } from '../../../support/remember-tfjs.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));

let restore = (): void => {};
let shown: OutputOf<'progress'>[] = [];
let stopped = false;
let begin = (): void => {};

beforeEach(() => {
  shown = [];
  stopped = false;
  restore = rememberTfjs(tf);
  const capture = {
    show: (part) => {
      if (part.kind === 'progress') shown.push(part);
    },
  } as Pick<OutputCapture, 'show'> as OutputCapture;
  const progress = createFitProgress(capture, 'es', () => stopped);
  begin = progress.begin;
  patchOnly(tf, { progress: progress.around });
});
afterEach(() => {
  restore();
  vi.useRealTimers();
});

function compiled() {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer: tf.train.sgd(0.001), loss: 'meanSquaredError' });
  return model;
}
const [xs, ys] = [tf.ones([40, 2]), tf.ones([40, 1])];
function train(options: Parameters<ReturnType<typeof compiled>['fit']>[2]) {
  const model = compiled();
  return model.fit(xs, ys, options);
}

/** Returns a callback that advances the fake clock in each batch. */
function slow(milliseconds: number): { onBatchEnd: () => void } {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  return { onBatchEnd: () => void vi.advanceTimersByTime(milliseconds) };
}

describe('a training of less than half a second', () => {
  it('has no bar', async () => {
    await train({ epochs: 2, batchSize: 10, callbacks: slow(50) });
    expect(shown).toEqual([]);
  });
});

describe('a longer training', () => {
  it('has no bar with verbose: 0', async () => {
    const { history } = await train({ epochs: 10, batchSize: 10, verbose: 0, callbacks: slow(100) });
    expect(history['loss']).toHaveLength(10);
    expect(shown).toEqual([]);
  });

  it('shows epoch, loss and steps four times a second, then seconds left, and ends complete', async () => {
    const { history } = await train({ epochs: 10, batchSize: 10, callbacks: slow(100) });
    expect(shown[0]).toMatchObject({ id: 'fit-1', unit: 'steps', loaded: 5, total: 40 });
    expect(shown[0]?.label).toMatch(/^fit · época 2\/10 · loss [\d.,]+$/);
    expect(shown[0]).not.toHaveProperty('secondsLeft');
    expect(shown.map(({ loaded }) => loaded).slice(0, 5)).toEqual([5, 8, 11, 14, 17]);
    expect(shown.find(({ loaded }) => loaded === 17)?.secondsLeft).toBe(3);
    const last = shown.at(-1);
    expect(last).toMatchObject({ loaded: 40, total: 40 });
    expect(last).not.toHaveProperty('secondsLeft');
    const loss = new Intl.NumberFormat('es', { maximumSignificantDigits: 3 });
    expect(last?.label).toBe(`fit · época 10/10 · loss ${loss.format(Number(history['loss']?.at(-1)))}`);
  });

  it('counts the batches with a validation split and a short last batch', async () => {
    await train({ epochs: 2, batchSize: 7, validationSplit: 0.5, callbacks: slow(200) });
    expect(shown.at(-1)).toMatchObject({ loaded: 6, total: 6 });
  });

  it('does not change the losses, with any callbacks of the cell', async () => {
    const given = [
      {},
      { onEpochEnd: () => {} },
      [{ onBatchEnd: () => {} }, { onEpochEnd: () => {} }],
      tf.callbacks.earlyStopping({ monitor: 'loss', patience: 9 }),
      [tf.callbacks.earlyStopping({ monitor: 'loss', patience: 9 }), new tf.CustomCallback({})],
    ];
    const { onBatchEnd } = slow(200);
    const losses: unknown[] = [];
    for (const callbacks of given) {
      const model = compiled();
      model.setWeights([tf.ones([2, 1]), tf.zeros([1])]);
      const all = Array.isArray(callbacks) ? callbacks : [callbacks];
      const isObject = all.some((each) => 'setModel' in each);
      const clock = isObject ? new tf.CustomCallback({ onBatchEnd }) : { onBatchEnd };
      const { history } = await model.fit(xs, ys, {
        epochs: 3,
        shuffle: false,
        callbacks: [...all, clock] as never,
      });
      losses.push(history['loss']);
    }
    expect(losses[0]).toHaveLength(3);
    for (const loss of losses) expect(loss).toEqual(losses[0]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(given.length);
  });

  it('completes the bar if a callback ended the training, but not after Stop', async () => {
    const run = async (stop: boolean): Promise<OutputOf<'progress'> | undefined> => {
      const model = compiled();
      const { onBatchEnd } = slow(100);
      await model.fit(xs, ys, {
        epochs: 50,
        batchSize: 10,
        callbacks: {
          onBatchEnd,
          onEpochEnd: (epoch) => {
            stopped = stop && epoch === 6;
            if (epoch === 6) model.stopTraining = true;
          },
        },
      });
      return shown.at(-1);
    };
    expect(await run(false)).toMatchObject({ loaded: 28, total: 28, label: expect.stringContaining('7/50') });
    expect(await run(true)).toMatchObject({ loaded: 28, total: 200 });
  });

  it('of a dataset without a size has its total after the first epoch', async () => {
    const data = tf.data.generator(function* () {
      for (let n = 0; n < 6; n++) yield { xs: tf.ones([4, 2]), ys: tf.ones([4, 1]) };
    });
    await compiled().fitDataset(data, { epochs: 3, callbacks: slow(300) });
    expect(shown[0]).toMatchObject({ loaded: 2, total: 0 });
    expect(shown.at(-1)).toMatchObject({ loaded: 18, total: 18 });
    expect(shown.find(({ total }) => total > 0)?.loaded).toBeGreaterThan(6);
  });

  it('of a dataset with a given number of steps has its total from the start', async () => {
    const data = tf.data.generator(function* () {
      for (;;) yield { xs: tf.ones([4, 2]), ys: tf.ones([4, 1]) };
    });
    await compiled().fitDataset(data, { epochs: 2, batchesPerEpoch: 5, callbacks: slow(300) });
    expect(shown[0]).toMatchObject({ loaded: 2, total: 10 });
  });

  it('has at most twenty bars in a run', async () => {
    for (let n = 0; n < 22; n++) await train({ epochs: 1, callbacks: slow(600) });
    expect(new Set(shown.map(({ id }) => id)).size).toBe(20);
    begin();
    shown = [];
    await train({ epochs: 1, callbacks: slow(600) });
    expect(shown.at(-1)?.id).toBe('fit-1');
  });

  it('leaves no tensor behind', async () => {
    const model = compiled();
    const again = () => model.fit(xs, ys, { epochs: 2, batchSize: 10, callbacks: slow(200) });
    await again();
    const { numTensors } = tf.memory();
    await again();
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});
