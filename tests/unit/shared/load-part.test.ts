import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadPart, PartFailure } from '../../../src/lessons-runtime/shared/load-part.ts';
import { retry } from '../../../src/lessons-runtime/shared/retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('loads a script at the third attempt, after increasing pauses', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('1'))
    .mockRejectedValueOnce(new TypeError('2'))
    .mockResolvedValue('part');
  const loading = loadPart(load);
  await vi.advanceTimersByTimeAsync(299);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await loading).toBe('part');
});

it('throws PartFailure with the cause if all attempts fail', async () => {
  const cause = new TypeError('Failed to fetch');
  const failed = loadPart(() => Promise.reject(cause)).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await failed).toBeInstanceOf(PartFailure);
  expect(await failed).toMatchObject({ cause });
});

it('does not retry an error that is not worthwhile', async () => {
  const act = vi.fn(() => Promise.reject(new Error('missing')));
  await expect(retry(act, () => false)).rejects.toThrow('missing');
  expect(act).toHaveBeenCalledTimes(1);
});
