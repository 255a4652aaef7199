import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CapturedOutput,
  createOutputCapture,
} from '../../../../src/lessons-runtime/kernel/output/capture-output.ts';
import type { Output } from '../../../../src/lessons-runtime/protocol/output.ts';
import type { WorkerToHost } from '../../../../src/lessons-runtime/protocol/worker-to-host.ts';
import { createDeferred } from '../../../../src/lessons-runtime/shared/deferred.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_000_000);
});
afterEach(() => {
  vi.useRealTimers();
});

const value = (text: string): Output => ({ kind: 'value', value: { type: 'number', text } });
const bar: Output = { kind: 'progress', id: 'p', label: 'p', loaded: 1, total: 2, unit: 'steps' };
const error: Output = { kind: 'error', name: 'E', what: 'w', advice: 'a', place: null, trace: [] };

function open() {
  const posted: { cell: string; run: number; part: Output; transfer: readonly Transferable[] }[] = [];
  const capture = createOutputCapture(
    (message: WorkerToHost, transfer = []) => {
      if (message.type !== 'output') throw new Error(message.type);
      posted.push({ cell: message.cell, run: message.run, part: message.part, transfer });
    },
    () => 'omitted',
  );
  capture.begin('a', 1);
  const lines = () =>
    posted.map(
      ({ cell, part }) =>
        `${cell}:${part.kind === 'text' ? part.text : part.kind === 'value' ? part.value.text : part.kind}`,
    );
  return { capture, posted, lines };
}

describe('text', () => {
  it('is sent in batches every 50 ms', () => {
    const { capture, lines } = open();
    // `begin` has just flushed.
    for (const text of ['1', '2']) capture.print('log', text);
    expect(lines()).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(lines()).toEqual(['a:1\n2']);
    vi.advanceTimersByTime(51);
    capture.print('log', '3');
    expect(lines()).toEqual(['a:1\n2', 'a:3']);
    capture.print('log', '4');
    expect(lines()).toHaveLength(2);
    capture.flush();
    expect(lines()).toEqual(['a:1\n2', 'a:3', 'a:4']);
  });

  it('is sent during a busy loop, in which no timer fires', () => {
    const { capture, posted } = open();
    for (let n = 0; n < 100; n++) {
      vi.setSystemTime(Date.now() + 10);
      capture.print('log', String(n));
    }
    expect(posted.length).toBeGreaterThan(10);
    expect(posted.length).toBeLessThan(25);
  });

  it('of different levels becomes separate parts in order', () => {
    const { capture, posted } = open();
    capture.print('log', '1');
    capture.print('warn', '2');
    capture.print('log', '3');
    capture.flush();
    expect(posted.map(({ part }) => part.kind === 'text' && [part.level, part.text])).toEqual([
      ['log', '1'],
      ['warn', '2'],
      ['log', '3'],
    ]);
  });

  it('is sent before a part that was shown after it', () => {
    const { capture, lines } = open();
    capture.print('log', '1');
    capture.show(value('2'));
    expect(lines()).toEqual(['a:1', 'a:2']);
  });
});

describe('a part that is read asynchronously', () => {
  it('delays the output after it, and only that', async () => {
    const { capture, posted, lines } = open();
    const slow = createDeferred<CapturedOutput | null>();
    const buffer = new ArrayBuffer(1);
    capture.print('log', '1');
    capture.showLater(slow.promise);
    capture.print('log', '3');
    capture.show(value('4'));
    expect(lines()).toEqual(['a:1']);
    slow.resolve({ part: value('2'), transfer: [buffer] });
    await capture.settled();
    expect(lines()).toEqual(['a:1', 'a:2', 'a:3', 'a:4']);
    expect(posted[1]?.transfer).toEqual([buffer]);
  });

  it('keeps its order if a later one is ready first', async () => {
    const { capture, lines } = open();
    const [first, second] = [
      createDeferred<CapturedOutput | null>(),
      createDeferred<CapturedOutput | null>(),
    ];
    capture.showLater(first.promise);
    capture.showLater(second.promise);
    second.resolve({ part: value('2'), transfer: [] });
    await vi.advanceTimersByTimeAsync(100);
    expect(lines()).toEqual([]);
    first.resolve({ part: value('1'), transfer: [] });
    await capture.settled();
    expect(lines()).toEqual(['a:1', 'a:2']);
  });

  it('belongs to its run even after another has started', async () => {
    const { capture, posted } = open();
    const slow = createDeferred<CapturedOutput | null>();
    capture.showLater(slow.promise);
    capture.begin('b', 2);
    capture.show(value('b'));
    slow.resolve({ part: value('a'), transfer: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(posted.map(({ cell, run }) => [cell, run])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    await expect(capture.settled()).resolves.toBeUndefined();
  });

  it('can be empty or fail, and settled rejects with the first reason', async () => {
    const { capture, lines } = open();
    capture.showLater(Promise.resolve(null));
    capture.showLater(Promise.reject(new Error('first')));
    capture.showLater(Promise.reject(new Error('second')));
    capture.show(value('after'));
    await expect(capture.settled()).rejects.toThrow('first');
    expect(lines()).toEqual(['a:after']);
    capture.begin('b', 2);
    await expect(capture.settled()).resolves.toBeUndefined();
  });
});

describe('the budget', () => {
  it('of lines ends with one warning', () => {
    const { capture, posted } = open();
    for (let n = 0; n < 6000; n++) capture.print('log', 'x');
    capture.flush();
    const texts = posted.flatMap(({ part }) => (part.kind === 'text' ? part.text.split('\n') : []));
    expect(texts.filter((text) => text === 'x')).toHaveLength(5000);
    expect(texts.filter((text) => text === 'omitted')).toHaveLength(1);
    expect(texts.at(-1)).toBe('omitted');
  });

  it('limits characters', () => {
    const { capture, posted } = open();
    for (let n = 0; n < 3000; n++) capture.print('log', 'x'.repeat(1000));
    capture.flush();
    const length = posted.reduce((sum, { part }) => sum + (part.kind === 'text' ? part.text.length : 0), 0);
    expect(length).toBeLessThan(1_010_000);
  });

  it('limits parts, but not errors and progress bars', async () => {
    const { capture, posted } = open();
    for (let n = 0; n < 2000; n++) {
      if (n % 2 === 0) capture.show(value(String(n)));
      else capture.showLater(Promise.resolve({ part: value(String(n)), transfer: [] }));
    }
    capture.show(bar);
    capture.show(error);
    await capture.settled();
    expect(posted.filter(({ part }) => part.kind === 'value')).toHaveLength(1000);
    expect(posted.slice(-3).map(({ part }) => part.kind)).toEqual(['text', 'progress', 'error']);
  });

  it('is reset by the next run', () => {
    const { capture, posted } = open();
    for (let n = 0; n < 6000; n++) capture.print('log', 'x');
    capture.begin('b', 2);
    capture.print('log', 'y');
    capture.flush();
    expect(posted.at(-1)).toMatchObject({ cell: 'b', run: 2, part: { text: 'y' } });
  });
});

describe('pictures', () => {
  it('are limited to 256 MB of pixels in a run', async () => {
    const { capture, lines } = open();
    const heavy = () => ({ part: value('picture'), transfer: [new ArrayBuffer(2 ** 26)] });
    for (let n = 0; n < 3; n++) capture.show(heavy().part, heavy().transfer);
    for (let n = 0; n < 3; n++) capture.showLater(Promise.resolve(heavy()));
    await capture.settled();
    capture.show(value('light'));
    expect(lines()).toEqual([...new Array(4).fill('a:picture'), 'a:omitted', 'a:light']);
    capture.begin('b', 2);
    capture.show(heavy().part, heavy().transfer);
    expect(lines().at(-1)).toBe('b:picture');
  });
});
