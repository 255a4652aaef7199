import seedrandom from 'seedrandom';

/** Random choices that a text decides: the same in every browser, to the bit. */
export interface RandomSource {
  /** A number from `low` up to, but not, `high`. */
  between(low: number, high: number): number;
  /** Heads or tails. */
  flip(): boolean;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Returns a function that gives numbers from 0 up to, but not, 1, in an order that the seed decides. */
export function createRandomNumbers(seed: string): () => number {
  return seedrandom.alea(seed);
}

export function createSeededRandom(seed: string): RandomSource {
  const generator = createRandomNumbers(seed);
  const between = (low: number, high: number): number => low + generator() * (high - low);
  return {
    between,
    flip: () => generator() < 0.5,
    shuffled(items) {
      const order = [...items];
      // Fisher–Yates: each place from the last down changes with one at or before it.
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = Math.floor(between(0, last + 1));
        order.splice(other, 1, ...order.splice(last, 1, ...order.slice(other, other + 1)));
      }
      return order;
    },
  };
}
