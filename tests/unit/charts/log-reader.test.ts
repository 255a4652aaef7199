import { describe, expect, it } from 'vitest';
import { createLogReader } from '../../../src/lessons-runtime/charts/log-reader.ts';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';

function reader(metrics: readonly string[] = ['loss']) {
  const told: unknown[] = [];
  return { told, ...createLogReader(metrics, (callback, values) => told.push([callback, values])) };
}

describe('the logs of a training', () => {
  it('that are numbers are told at once, and only those asked for', () => {
    const { told, hear } = reader(['loss', 'acc']);
    hear('onBatchEnd', { batch: 3, size: 32, loss: 0.5 });
    hear('onEpochEnd', { acc: 1, loss: 0.25 });
    expect(told).toEqual([
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

  it('are told in their order, however late a scalar comes', async () => {
    const { told, hear, settled } = reader();
    const late = createDeferred<readonly number[]>();
    hear('a', { loss: { data: () => late.promise } });
    hear('b', { loss: { data: async () => [2] } });
    hear('c', { loss: 3 });
    await Promise.resolve();
    expect(told).toEqual([]);
    late.resolve([1]);
    await settled();
    expect(told).toEqual([
      ['a', [['loss', 1]]],
      ['b', [['loss', 2]]],
      ['c', [['loss', 3]]],
    ]);
  });

  it('are NaN where a scalar is gone', async () => {
    const { told, hear, settled } = reader();
    hear('a', { loss: { data: () => Promise.reject(new Error('disposed')) } });
    hear('b', {
      loss: {
        data() {
          throw new Error('disposed');
        },
      },
    });
    await settled();
    expect(told).toEqual([
      ['a', [['loss', Number.NaN]]],
      ['b', [['loss', Number.NaN]]],
    ]);
  });
});
