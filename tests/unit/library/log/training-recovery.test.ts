import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainingRecovery } from '../../../../src/lessons-runtime/library/log/training-recovery.ts';
import { packBytes } from '../../../../src/lessons-runtime/models/packed-bytes.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Creates a page that opens one worker after another; each has WebGL as its backend by default. */
function createPage(initial: ArrayBuffer | null = null) {
  let saved = initial;
  let runs = 0;
  const requests = {
    saveRecovery: async (bytes: ArrayBuffer) => {
      saved = bytes;
    },
    loadRecovery: async () => {
      const bytes = saved;
      saved = null;
      return bytes;
    },
  };
  return {
    openWorker(backend = 'webgl') {
      const notes: string[] = [];
      let current = { cell: 'a', run: 0 };
      const recovery = createTrainingRecovery({
        tf: { ...tf, getBackend: () => backend },
        requests,
        language: 'en',
        run: () => current,
        notify: (text) => void notes.push(text),
      });
      return {
        recovery,
        notes,
        beginRun: (cell = 'a') => {
          current = { cell, run: ++runs };
        },
        async train(model: tf.LayersModel, epochs: number, seen: number[] = []) {
          const callbacks = { onEpochEnd: async (epoch: number) => void seen.push(epoch) };
          const options = await recovery.begin(model, { epochs, callbacks, shuffle: false });
          // As `fit-progress.ts` does, because tfjs accepts no list of mixed callbacks.
          const fitOptions = options as { callbacks: tf.CustomCallbackArgs | tf.CustomCallbackArgs[] };
          const all = [fitOptions.callbacks].flat().map((each) => new tf.CustomCallback(each));
          await model.fit(tf.ones([4, 3]), tf.ones([4, 1]), { ...fitOptions, callbacks: all });
        },
      };
    },
  };
}

function network(units = 2): tf.LayersModel {
  const seed = (n: number) => tf.initializers.glorotUniform({ seed: n });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units, inputShape: [3], kernelInitializer: seed(1) }),
      tf.layers.dense({ units: 1, kernelInitializer: seed(2) }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  return model;
}
const weightsOf = (model: tf.LayersModel) => model.getWeights().map((weight) => [...weight.dataSync()]);

describe('a training after the loss of the GPU', () => {
  it('resumes in the next worker from its last completed epoch, with the same result', async () => {
    const page = createPage();
    const first = page.openWorker();
    first.beginRun();
    const lost = network();
    await first.train(lost, 3);
    const learned = weightsOf(lost);
    expect(first.recovery.save()).toBe(true);

    const second = page.openWorker();
    second.beginRun();
    const again = network();
    const seen: number[] = [];
    await second.train(again, 5, seen);
    expect(seen).toEqual([3, 4]);
    expect(second.notes).toEqual([
      'The GPU was lost after epoch 3 of 5. The weights it had then are back, and training goes on from there; the optimizer begins anew.',
    ]);
    const uninterrupted = network();
    const third = page.openWorker('cpu');
    third.beginRun();
    await third.train(uninterrupted, 5);
    expect(weightsOf(again)).toEqual(weightsOf(uninterrupted));
    expect(weightsOf(again)).not.toEqual(learned);
  });

  it('resumes only once, and only as the same training of the same cell, with the same shapes of weights', async () => {
    const page = createPage();
    const first = page.openWorker();
    first.beginRun();
    await first.train(network(), 1);
    first.recovery.end();
    await first.train(network(), 3);
    first.recovery.save();

    const second = page.openWorker();
    const epochs = async (model: tf.LayersModel) => {
      const seen: number[] = [];
      await second.train(model, 4, seen);
      return seen;
    };
    second.beginRun('b');
    expect(await epochs(network())).toEqual([0, 1, 2, 3]);
    expect(await epochs(network())).toEqual([0, 1, 2, 3]);
    second.beginRun('a');
    expect(await epochs(network())).toEqual([0, 1, 2, 3]);
    expect(await epochs(network(5))).toEqual([0, 1, 2, 3]);
    second.beginRun('a');
    expect(await epochs(network())).toEqual([0, 1, 2, 3]);
    expect(await epochs(network())).toEqual([3]);
    second.beginRun('a');
    await epochs(network());
    expect(await epochs(network())).toEqual([0, 1, 2, 3]);
  });
});

it.each([
  ['no bytes', new ArrayBuffer(0)],
  ['another header', packBytes({ lengths: 'x' }, new Float32Array(2))],
  [
    'fewer values than its lengths say',
    packBytes({ cell: 'a', fit: 1, epochs: 1, shapes: ['3×2'], lengths: [6] }, new Float32Array(2)),
  ],
])('ignores a saved snapshot with %s', async (_, saved) => {
  const worker = createPage(saved).openWorker();
  worker.beginRun();
  const seen: number[] = [];
  await worker.train(network(), 2, seen);
  expect([seen, worker.notes]).toEqual([[0, 1], []]);
});

describe('save', () => {
  it.each([
    ['before the first epoch has completed', async () => {}],
    [
      'after the training has ended',
      async ({ recovery, train }: ReturnType<ReturnType<typeof createPage>['openWorker']>) => {
        await train(network(), 2);
        recovery.end();
      },
    ],
  ])('returns false %s', async (_, act) => {
    const worker = createPage().openWorker();
    worker.beginRun();
    await act(worker);
    expect(worker.recovery.save()).toBe(false);
  });

  it('returns false on a backend without a context to lose', async () => {
    const worker = createPage().openWorker('wasm');
    worker.beginRun();
    await worker.train(network(), 2);
    expect(worker.recovery.save()).toBe(false);
  });
});
