import seedrandom from 'seedrandom';
import { shuffled } from '../shuffled.ts';

/** Random numbers that a seed determines, identical in every browser. */
export interface RandomSource {
  /** Returns a number from `low` (inclusive) to `high` (exclusive). */
  between(low: number, high: number): number;
  /** Returns true or false with equal probability. */
  flip(): boolean;
  /** Returns the items in a random order. */
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * Creates a function that returns random numbers from 0 (inclusive) to 1 (exclusive), by the algorithm Alea of the package
 * `seedrandom`.
 */
export function createRandomNumbers(seed: string): () => number {
  return seedrandom.alea(seed);
}

/** Creates a source of random numbers. */
export function createSeededRandom(seed: string): RandomSource {
  const generator = createRandomNumbers(seed);
  return {
    between: (low, high) => low + generator() * (high - low),
    flip: () => generator() < 0.5,
    shuffled: (items) => shuffled(items, generator),
  };
}
