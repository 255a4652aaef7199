import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createThrottle } from '../../../src/lessons-runtime/shared/throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('calls immediately, then with the newest value after the interval', () => {
  const calls: number[] = [];
  const { push } = createThrottle<number>(100, (value) => calls.push(value));
  for (const value of [1, 2, 3]) push(value);
  expect(calls).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(calls).toEqual([1, 3]);
  vi.advanceTimersByTime(1000);
  expect(calls).toEqual([1, 3]);
});

it('does not call twice within the interval', () => {
  const times: number[] = [];
  const { push } = createThrottle<number>(100, () => times.push(Date.now()));
  for (let n = 0; n < 500; n++) {
    push(n);
    vi.advanceTimersByTime(7);
  }
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(gaps.length).toBeGreaterThan(15);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  expect(Math.max(...gaps)).toBeLessThan(210);
});

it('flushes a waiting value once, and does nothing without one', () => {
  const calls: (number | undefined)[] = [];
  const { push, flush } = createThrottle<number | undefined>(100, (value) => calls.push(value));
  flush();
  push(1);
  push(undefined);
  flush();
  flush();
  vi.advanceTimersByTime(500);
  expect(calls).toEqual([1, undefined]);
});
