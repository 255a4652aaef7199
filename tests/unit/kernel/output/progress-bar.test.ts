import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OutputCapture } from '../../../../src/lessons-runtime/kernel/output/capture-output.ts';
import { createProgressBar } from '../../../../src/lessons-runtime/kernel/output/progress-bar.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const shown: number[] = [];
  const capture = {
    show: (part) => {
      if (part.kind === 'progress') shown.push(part.loaded);
    },
  } as Pick<OutputCapture, 'show'> as OutputCapture;
  return { shown, bar: createProgressBar(capture, { id: 'b', label: 'B', unit: 'bytes' }) };
}

it('is updated at most ten times a second, and at once for the last step', () => {
  const { shown, bar } = open();
  for (let loaded = 1; loaded <= 1000; loaded++) {
    bar.update({ loaded, total: 1000 });
    vi.advanceTimersByTime(1);
  }
  expect(shown[0]).toBe(1);
  expect(shown.at(-1)).toBe(1000);
  expect(shown.length).toBeLessThanOrEqual(12);
});

it('is throttled for an unknown total', () => {
  const { shown, bar } = open();
  for (let loaded = 1; loaded <= 1000; loaded++) bar.update({ loaded, total: 0 });
  expect(shown).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(shown).toEqual([1, 1000]);
});

it('sends the last update when it ends, and nothing later', () => {
  const { shown, bar } = open();
  bar.update({ loaded: 1, total: 9 });
  bar.update({ loaded: 2, total: 9 });
  bar.end();
  expect(shown).toEqual([1, 2]);
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual([1, 2]);
});

it('estimates the seconds left after the first second', () => {
  const left: (number | undefined)[] = [];
  const capture = {
    show: (part) => void left.push(part.kind === 'progress' ? part.secondsLeft : Number.NaN),
  } as Pick<OutputCapture, 'show'> as OutputCapture;
  const bar = createProgressBar(capture, { id: 'b', label: 'B', unit: 'bytes' });
  for (const loaded of [0, 10, 20, 40, 100]) {
    bar.update({ loaded, total: 100 });
    vi.advanceTimersByTime(500);
  }
  bar.update({ loaded: 100, total: 0 });
  expect(left).toEqual([undefined, undefined, 4, 3, undefined, undefined]);
});

it('uses the label of an update', () => {
  const labels: string[] = [];
  const capture = {
    show: (part) => void labels.push(part.kind === 'progress' ? part.label : ''),
  } as Pick<OutputCapture, 'show'> as OutputCapture;
  const bar = createProgressBar(capture, { id: 'b', label: 'B', unit: 'steps' });
  bar.update({ loaded: 1, total: 2, label: 'B 1' });
  bar.update({ loaded: 2, total: 2 });
  expect(labels).toEqual(['B 1', 'B']);
});
