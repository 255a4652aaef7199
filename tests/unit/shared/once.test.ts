import { expect, it, vi } from 'vitest';
import { once } from '../../../src/lessons-runtime/shared/once.ts';

it('makes once, for all who ask while it is being made and after', async () => {
  const make = vi.fn(async () => ({}));
  const get = once(make);
  const [first, second] = await Promise.all([get(), get()]);
  expect(first).toBe(second);
  expect(await get()).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
});

it('makes nothing before it is asked', () => {
  const make = vi.fn(async () => 1);
  once(make);
  expect(make).not.toHaveBeenCalled();
});

it('gives a failure to all who asked, and tries again for the next', async () => {
  const make = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('first')).mockResolvedValue(2);
  const get = once(make);
  const asked = [get(), get()];
  for (const each of asked) await expect(each).rejects.toThrow('first');
  expect(await get()).toBe(2);
  expect(make).toHaveBeenCalledTimes(2);
});
