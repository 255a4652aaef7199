import { expect, it } from 'vitest';
import { limitConcurrency } from '../../../src/lessons-runtime/host/limit-concurrency.ts';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';

it('runs at most the given number of tasks at once and starts the others in order', async () => {
  const inTurn = limitConcurrency(2);
  const begun: number[] = [];
  const acts = [0, 1, 2, 3].map((number) => {
    const deferred = createDeferred<number>();
    const ended = inTurn(() => {
      begun.push(number);
      return deferred.promise;
    });
    return { ...deferred, ended };
  });
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  acts[1]?.reject(new Error('one'));
  await expect(acts[1]?.ended).rejects.toThrow('one');
  expect(begun).toEqual([0, 1, 2]);
  acts[0]?.resolve(0);
  acts[2]?.resolve(2);
  expect(await acts[2]?.ended).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3]);
  acts[3]?.resolve(3);
  expect(await Promise.all([acts[0]?.ended, acts[3]?.ended])).toEqual([0, 3]);
  expect(await inTurn(async () => 4)).toBe(4);
});
