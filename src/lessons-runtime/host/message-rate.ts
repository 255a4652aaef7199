/**
 * A worker sends about twenty messages a second, and up to a thousand at once for a cell with much output. More than `limit` in
 * a window is a flood that would keep the page busy with reading only. Messages are counted when they are read, so the limit
 * must be well below what a page can read in a window, or it would never be reached.
 */
const windowMilliseconds = 5000;
const limit = 5000;
/**
 * After a page was blocked, e.g. by a print dialog, it reads all messages of that time at once. For each second without a read
 * the limit therefore grows by `queuedPerSecond`, up to `queuedLimit`, which a page can read in a few seconds.
 */
const queuedPerSecond = 100;
const queuedLimit = 20_000;

interface MessageRate {
  /** Counts a message. Returns whether the rate is still within the limit. */
  count(): boolean;
}

/** @param now the clock in milliseconds */
export function createMessageRate(now: () => number = () => performance.now()): MessageRate {
  let windowStart = Number.NEGATIVE_INFINITY;
  let lastRead = now();
  let counted = 0;
  let queued = 0;
  return {
    count() {
      const time = now();
      if (time - windowStart >= windowMilliseconds) {
        windowStart = time;
        counted = 0;
        queued = Math.min(queuedLimit, ((time - lastRead) / 1000) * queuedPerSecond);
      }
      lastRead = time;
      counted += 1;
      return counted <= limit + queued;
    },
  };
}
