import { expect, it, vi } from 'vitest';
import { once } from '../../../src/lessons-runtime/shared/once.ts';

it('calls the function once for all concurrent and later callers', async () => {
  const create = vi.fn(async () => ({}));
  const get = once(create);
  const [first, second] = await Promise.all([get(), get()]);
  expect(first).toBe(second);
  expect(await get()).toBe(first);
  expect(create).toHaveBeenCalledTimes(1);
});

it('does not call the function before the first call', () => {
  const create = vi.fn(async () => 1);
  once(create);
  expect(create).not.toHaveBeenCalled();
});

it('rejects all concurrent callers after a failure, and tries again for the next one', async () => {
  const create = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new Error('first'))
    .mockResolvedValue(2);
  const get = once(create);
  const concurrent = [get(), get()];
  for (const each of concurrent) await expect(each).rejects.toThrow('first');
  expect(await get()).toBe(2);
  expect(create).toHaveBeenCalledTimes(2);
});
