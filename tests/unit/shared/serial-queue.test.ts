import { expect, it } from 'vitest';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';
import { createSerialQueue } from '../../../src/lessons-runtime/shared/serial-queue.ts';

it('runs tasks one at a time, in the order of the calls', async () => {
  const enqueue = createSerialQueue();
  const first = createDeferred<string>();
  const started: number[] = [];
  const one = enqueue(() => {
    started.push(1);
    return first.promise;
  });
  const two = enqueue(async () => started.push(2));
  await Promise.resolve();
  expect(started).toEqual([1]);
  first.resolve('done');
  expect(await one).toBe('done');
  expect(await two).toBe(2);
});

it('rejects a failed task and runs the next one', async () => {
  const enqueue = createSerialQueue();
  const failed = enqueue(() => Promise.reject(new Error('failed')));
  const next = enqueue(async () => 'next');
  await expect(failed).rejects.toThrow('failed');
  expect(await next).toBe('next');
});
