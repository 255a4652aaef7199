import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFrame } from '../../../src/lessons-runtime/host/watch-frame.ts';

/** A frame's end of the port that answers while it is alive. */
function createFrame() {
  const port = { onmessage: null, postMessage: vi.fn() } as unknown as MessagePort;
  const say = (data: string) => port.onmessage?.(new MessageEvent('message', { data }));
  const live = () => vi.mocked(port.postMessage).mockImplementation(() => say('alive'));
  const die = () => vi.mocked(port.postMessage).mockImplementation(() => {});
  return { port, say, live, die };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a frame that is watched', () => {
  it('is left alone while it answers', () => {
    const { port, live } = createFrame();
    live();
    const lost = vi.fn();
    const stop = watchFrame(port, lost);
    vi.advanceTimersByTime(3_600_000);
    expect(lost).not.toHaveBeenCalled();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is lost within five seconds of its last answer, and that is told once', () => {
    const { port, live, die } = createFrame();
    live();
    const lost = vi.fn();
    watchFrame(port, lost);
    vi.advanceTimersByTime(10_000);
    die();
    vi.advanceTimersByTime(3000);
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(lost).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(lost).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has longer to come up', () => {
    const { port, live, die } = createFrame();
    die();
    const lost = vi.fn();
    watchFrame(port, lost);
    vi.advanceTimersByTime(12_000);
    live();
    vi.advanceTimersByTime(60_000);
    expect(lost).not.toHaveBeenCalled();
  });

  it('is lost at its own word', () => {
    const { port, say } = createFrame();
    const lost = vi.fn();
    watchFrame(port, lost);
    say('worker-lost');
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
