import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainingRecovery } from '../../../../src/lessons-runtime/library/log/training-recovery.ts';
import { packBytes } from '../../../../src/lessons-runtime/models/packed-bytes.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A page, and workers that come and go; each believes to be on WebGL. */
function createPage(left: ArrayBuffer | null = null) {
  let kept = left;
  let runs = 0;
  const requests = {
    saveRecovery: async (bytes: ArrayBuffer) => {
      kept = bytes;
    },
    loadRecovery: async () => {
      const bytes = kept;
      kept = null;
      return bytes;
    },
  };
  return {
    openWorker(backend = 'webgl') {
      const told: string[] = [];
      let at = { cell: 'a', run: 0 };
      const recovery = createTrainingRecovery({
        tf: { ...tf, getBackend: () => backend },
        requests,
        language: 'en',
        run: () => at,
        tell: (text) => void told.push(text),
      });
      return {
        recovery,
        told,
        beginRun: (cell = 'a') => {
          at = { cell, run: ++runs };
        },
        async train(model: tf.LayersModel, epochs: number, seen: number[] = []) {
          const callbacks = { onEpochEnd: async (epoch: number) => void seen.push(epoch) };
          const options = await recovery.begin(model, { epochs, callbacks, shuffle: false });
          // As `showFitProgress` does: each of a list is taken for what it is.
          const given = options as { callbacks: tf.CustomCallbackArgs | tf.CustomCallbackArgs[] };
          const all = [given.callbacks].flat().map((each) => new tf.CustomCallback(each));
          await model.fit(tf.ones([4, 3]), tf.ones([4, 1]), { ...given, callbacks: all });
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

describe('a training whose graphics processor is lost', () => {
  it('goes on in the next worker from its last finished epoch, as if nothing had happened', async () => {
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
    expect(second.told).toEqual([
      'The GPU was lost after epoch 3 of 5. The weights it had then are back, and training goes on from there; the optimizer begins anew.',
    ]);
    const whole = network();
    const third = page.openWorker('cpu');
    third.beginRun();
    await third.train(whole, 5);
    expect(weightsOf(again)).toEqual(weightsOf(whole));
    expect(weightsOf(again)).not.toEqual(learned);
  });

  it('goes on only once, and only as the same training of the same cell, of a network of the same shape', async () => {
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
  ['nothing', new ArrayBuffer(0)],
  ['another thing', packBytes({ lengths: 'x' }, new Float32Array(2))],
  [
    'fewer values than said',
    packBytes({ cell: 'a', fit: 1, epochs: 1, shapes: ['3×2'], lengths: [6] }, new Float32Array(2)),
  ],
])('%s, left by an earlier worker, is let be', async (_, left) => {
  const worker = createPage(left).openWorker();
  worker.beginRun();
  const seen: number[] = [];
  await worker.train(network(), 2, seen);
  expect([seen, worker.told]).toEqual([[0, 1], []]);
});

describe('nothing is saved', () => {
  it.each([
    ['before the first epoch is over', async () => {}],
    [
      'after the training ended',
      async ({ recovery, train }: ReturnType<ReturnType<typeof createPage>['openWorker']>) => {
        await train(network(), 2);
        recovery.end();
      },
    ],
  ])('%s', async (_, act) => {
    const worker = createPage().openWorker();
    worker.beginRun();
    await act(worker);
    expect(worker.recovery.save()).toBe(false);
  });

  it('on a backend that cannot be lost', async () => {
    const worker = createPage().openWorker('wasm');
    worker.beginRun();
    await worker.train(network(), 2);
    expect(worker.recovery.save()).toBe(false);
  });
});
