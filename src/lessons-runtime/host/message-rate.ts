/**
 * A worker sends some twenty messages a second, and a thousand at once where a cell shows that much. More than this in five
 * seconds is a flood, and the page would do nothing but read. (They are counted as they are read: a limit that a page can
 * just about read in that time would never be reached.)
 */
const windowMilliseconds = 5000;
const limit = 5000;

export interface MessageRate {
  /** Counts one. @returns whether that is still a rate that the page can take */
  count(): boolean;
}

export function createMessageRate(now: () => number = () => performance.now()): MessageRate {
  let began = Number.NEGATIVE_INFINITY;
  let counted = 0;
  return {
    count() {
      const time = now();
      if (time - began >= windowMilliseconds) {
        began = time;
        counted = 0;
      }
      counted += 1;
      return counted <= limit;
    },
  };
}
