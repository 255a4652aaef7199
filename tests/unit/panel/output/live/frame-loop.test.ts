import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createFrameLoop,
  type FrameSource,
} from '../../../../../src/lessons-runtime/panel/output/live/frame-loop.ts';
import type { OutputOf } from '../../../../../src/lessons-runtime/protocol/output.ts';

type Answer = NonNullable<OutputOf<'live'>['answer']>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answerTo = (frame: number): Answer => ({ frame, probabilities: [0.5, 0.5], problem: null });
const camera = (read: FrameSource['read'] = () => new ArrayBuffer(4)): FrameSource => ({
  read,
  isMoving: true,
});
const picture = (): FrameSource => ({ read: () => new ArrayBuffer(4), isMoving: false });

function createLoop() {
  const sent: number[] = [];
  const shown: number[] = [];
  const loop = createFrameLoop({
    send: (frame) => void sent.push(frame),
    onAnswer: ({ frame }) => void shown.push(frame),
  });
  return { loop, sent, shown };
}

describe('the pictures of a camera', () => {
  it('are sent one at a time, however long the answer takes', () => {
    const { loop, sent, shown } = createLoop();
    loop.show(camera());
    vi.advanceTimersByTime(5000);
    expect(sent).toEqual([1]);
    loop.receive(answerTo(1));
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([1, 2]);
    expect(shown).toEqual([1]);
  });

  it('are at most 15 a second', () => {
    const { loop, sent } = createLoop();
    loop.show(camera());
    for (let elapsed = 0; elapsed < 1000; elapsed += 2) {
      loop.receive(answerTo(sent.length));
      vi.advanceTimersByTime(2);
    }
    expect(sent.length).toBeGreaterThanOrEqual(15);
    expect(sent.length).toBeLessThanOrEqual(16);
    expect(loop.rate).toBeGreaterThanOrEqual(14);
    vi.advanceTimersByTime(1001);
    expect(loop.rate).toBe(0);
  });

  it('are waited for', () => {
    const { loop, sent } = createLoop();
    let isReady = false;
    loop.show(camera(() => (isReady ? new ArrayBuffer(4) : null)));
    vi.advanceTimersByTime(300);
    expect(sent).toEqual([]);
    isReady = true;
    vi.advanceTimersByTime(60);
    expect(sent).toEqual([1]);
  });

  it('end with the camera', () => {
    const { loop, sent, shown } = createLoop();
    loop.show(camera());
    loop.show(null);
    loop.receive(answerTo(1));
    vi.advanceTimersByTime(1000);
    expect([sent, shown]).toEqual([[1], []]);
  });
});

describe('a picture', () => {
  it('is sent once', () => {
    const { loop, sent, shown } = createLoop();
    loop.show(picture());
    expect(loop.waitingSince).toBe(Date.now());
    loop.receive(answerTo(1));
    vi.advanceTimersByTime(1000);
    expect([sent, shown, loop.waitingSince]).toEqual([[1], [1], null]);
  });

  it('that replaces another is sent after the answer to that one, which is not shown', () => {
    const { loop, sent, shown } = createLoop();
    loop.show(picture());
    loop.show(picture());
    expect(sent).toEqual([1]);
    loop.receive(answerTo(1));
    vi.advanceTimersByTime(100);
    loop.receive(answerTo(1));
    loop.receive(answerTo(2));
    expect([sent, shown]).toEqual([[1, 2], [2]]);
  });
});
