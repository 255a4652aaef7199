/** Creates a deterministic random number generator (mulberry32). The same seed gives the same tests on every machine. */
export function createRandom(seed: number) {
  let state = seed >>> 0;

  /** Returns a number in [0, 1). */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns an integer in [0, limit). */
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }

  /** Returns one of the items. @throws {RangeError} if there are none */
  function pick<T>(items: readonly T[]): T {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }

  return { next, below, pick };
}
