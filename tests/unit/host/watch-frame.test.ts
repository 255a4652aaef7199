import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFrame } from '../../../src/lessons-runtime/host/watch-frame.ts';
import { hearMessages } from '../../support/page-turns.ts';

/** Creates a frame that answers over a channel while it is alive. */
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

/** Advances the clock by seconds in which page and frame handle their messages. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    vi.advanceTimersByTime(1000);
    await hearMessages();
  }
}

/** Blocks the page's thread; afterwards all missed timers fire before messages are handled. */
async function starve(seconds: number): Promise<void> {
  vi.advanceTimersByTime(1000 * seconds);
  await hearMessages();
}

/** Blocks the page's thread; afterwards a missed timer fires once, late. */
async function stall(seconds: number): Promise<void> {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + (seconds - 1) * 1000);
  vi.advanceTimersByTime(1000);
  vi.restoreAllMocks();
  await hearMessages();
}

describe('watchFrame', () => {
  it('does not report a frame that answers', async () => {
    watch();
    await pass(300);
    expect(lost).not.toHaveBeenCalled();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reports a lost frame once, within twelve seconds of its last answer', async () => {
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

  it('waits longer for the first answer', async () => {
    frame.die();
    watch();
    await pass(18);
    frame.live();
    await pass(60);
    expect(lost).not.toHaveBeenCalled();
  });

  it('reports a frame that never answers', async () => {
    frame.die();
    watch();
    await pass(21);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('reports a frame whose worker failed', async () => {
    watch();
    frame.say('worker-lost');
    await hearMessages();
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('does not report a frame that is slow for several seconds', async () => {
    watch();
    await pass(2);
    frame.die();
    await pass(7);
    frame.live();
    await pass(10);
    expect(lost).not.toHaveBeenCalled();
  });
});

describe('watchFrame on a stalled page', () => {
  it('does not report a frame whose answers are not handled yet', async () => {
    watch();
    await pass(2);
    for (let time = 0; time < 5; time++) await starve(10);
    expect(lost).not.toHaveBeenCalled();
  });

  it('does not report a frame that is stalled together with the page', async () => {
    watch();
    await pass(2);
    frame.die();
    for (let time = 0; time < 30; time++) await stall(5);
    frame.live();
    await pass(2);
    expect(lost).not.toHaveBeenCalled();
  });

  it('reports a lost frame after the page recovers', async () => {
    watch();
    await pass(2);
    frame.die();
    for (let time = 0; time < 30; time++) await stall(5);
    expect(lost).not.toHaveBeenCalled();
    await pass(12);
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
