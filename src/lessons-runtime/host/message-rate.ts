/**
 * A worker sends some twenty messages a second, and a thousand at once where a cell shows that much. More than this in five
 * seconds is a flood, and the page would do nothing but read. (They are counted as they are read: a limit that a page can
 * just about read in that time would never be reached.)
 */
const windowMilliseconds = 5000;
const limit = 5000;
/**
 * A page that was kept busy, by a dialog for printing say, finds all at once what a worker sent in that time. So much more it
 * takes for each second in which it read nothing, in the end as much as it can read in a few seconds.
 */
const queuedPerSecond = 100;
const mostQueued = 20_000;

export interface MessageRate {
  /** Counts one. @returns whether that is still a rate that the page can take */
  count(): boolean;
}

export function createMessageRate(now: () => number = () => performance.now()): MessageRate {
  let began = Number.NEGATIVE_INFINITY;
  let lastRead = now();
  let counted = 0;
  let queued = 0;
  return {
    count() {
      const time = now();
      if (time - began >= windowMilliseconds) {
        began = time;
        counted = 0;
        queued = Math.min(mostQueued, ((time - lastRead) / 1000) * queuedPerSecond);
      }
      lastRead = time;
      counted += 1;
      return counted <= limit + queued;
    },
  };
}
