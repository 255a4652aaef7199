/** A small deterministic generator (mulberry32): the same seed gives the same tests everywhere. */
export function createRandom(seed: number) {
  let state = seed >>> 0;

  /** In [0, 1). */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, limit). */
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }

  /** One of the items. */
  function pick<T>(items: readonly T[]): T {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }

  return { next, below, pick };
}
