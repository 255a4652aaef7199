import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFrame } from '../../../src/lessons-runtime/host/watch-frame.ts';
import { hearMessages } from '../../support/page-turns.ts';

/** A frame at the other end of a channel, which answers while it is alive. */
function createFrame() {
  const { port1: port, port2 } = new MessageChannel();
  let isAlive = true;
  port2.onmessage = () => {
    if (isAlive) port2.postMessage('alive');
  };
  return {
    port,
    say: (data: string) => port2.postMessage(data),
    live: () => {
      isAlive = true;
    },
    die: () => {
      isAlive = false;
    },
  };
}

let frame: ReturnType<typeof createFrame>;
let lost: ReturnType<typeof vi.fn<() => void>>;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  frame = createFrame();
  lost = vi.fn<() => void>();
});
afterEach(() => {
  stop();
  frame.port.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function watch(): void {
  stop = watchFrame(frame.port, lost);
}

/** Seconds in which page and frame have all the time that they need. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    vi.advanceTimersByTime(1000);
    await hearMessages();
  }
}

/** The page's thread does nothing for so long; then its timers are first, all that were missed, and messages later. */
async function starve(seconds: number): Promise<void> {
  vi.advanceTimersByTime(1000 * seconds);
  await hearMessages();
}

/** The same, where a timer that was missed comes once, late. */
async function stall(seconds: number): Promise<void> {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + (seconds - 1) * 1000);
  vi.advanceTimersByTime(1000);
  vi.restoreAllMocks();
  await hearMessages();
}

describe('a frame that is watched', () => {
  it('is left alone while it answers', async () => {
    watch();
    await pass(300);
    expect(lost).not.toHaveBeenCalled();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is lost within twelve seconds of its last answer, and that is told once', async () => {
    watch();
    await pass(10);
    frame.die();
    await pass(8);
    expect(lost).not.toHaveBeenCalled();
    await pass(4);
    expect(lost).toHaveBeenCalledTimes(1);
    await pass(60);
    expect(lost).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has longer to come up', async () => {
    frame.die();
    watch();
    await pass(18);
    frame.live();
    await pass(60);
    expect(lost).not.toHaveBeenCalled();
  });

  it('is lost where it never comes up', async () => {
    frame.die();
    watch();
    await pass(21);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('is lost at its own word', async () => {
    watch();
    frame.say('worker-lost');
    await hearMessages();
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('is not lost where it gets no time for several seconds', async () => {
    watch();
    await pass(2);
    frame.die();
    await pass(7);
    frame.live();
    await pass(10);
    expect(lost).not.toHaveBeenCalled();
  });
});

describe('on a page that is starved', () => {
  it('a frame is kept, though ten ticks are due before its answers are heard', async () => {
    watch();
    await pass(2);
    for (let time = 0; time < 5; time++) await starve(10);
    expect(lost).not.toHaveBeenCalled();
  });

  it('a frame is kept that is starved with the page, time and again', async () => {
    watch();
    await pass(2);
    frame.die();
    for (let time = 0; time < 30; time++) await stall(5);
    frame.live();
    await pass(2);
    expect(lost).not.toHaveBeenCalled();
  });

  it('a frame that died is found once the page has time to listen', async () => {
    watch();
    await pass(2);
    frame.die();
    for (let time = 0; time < 30; time++) await stall(5);
    expect(lost).not.toHaveBeenCalled();
    await pass(12);
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
