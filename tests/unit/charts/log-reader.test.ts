import { describe, expect, it } from 'vitest';
import { createLogReader } from '../../../src/lessons-runtime/charts/log-reader.ts';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';

function reader(metrics: readonly string[] = ['loss']) {
  const emitted: unknown[] = [];
  return { emitted, ...createLogReader(metrics, (callback, values) => emitted.push([callback, values])) };
}

describe('createLogReader', () => {
  it('emits numbers at once, and only the requested metrics', () => {
    const { emitted, read } = reader(['loss', 'acc']);
    read('onBatchEnd', { batch: 3, size: 32, loss: 0.5 });
    read('onEpochEnd', { acc: 1, loss: 0.25 });
    expect(emitted).toEqual([
      ['onBatchEnd', [['loss', 0.5]]],
      [
        'onEpochEnd',
        [
          ['loss', 0.25],
          ['acc', 1],
        ],
      ],
    ]);
  });

  it('emits logs in order, even if a scalar is read late', async () => {
    const { emitted, read, settled } = reader();
    const late = createDeferred<readonly number[]>();
    read('a', { loss: { data: () => late.promise } });
    read('b', { loss: { data: async () => [2] } });
    read('c', { loss: 3 });
    await Promise.resolve();
    expect(emitted).toEqual([]);
    late.resolve([1]);
    await settled();
    expect(emitted).toEqual([
      ['a', [['loss', 1]]],
      ['b', [['loss', 2]]],
      ['c', [['loss', 3]]],
    ]);
  });

  it('emits NaN for a disposed scalar', async () => {
    const { emitted, read, settled } = reader();
    read('a', { loss: { data: () => Promise.reject(new Error('disposed')) } });
    read('b', {
      loss: {
        data() {
          throw new Error('disposed');
        },
      },
    });
    await settled();
    expect(emitted).toEqual([
      ['a', [['loss', Number.NaN]]],
      ['b', [['loss', Number.NaN]]],
    ]);
  });
});
