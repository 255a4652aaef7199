import seedrandom from 'seedrandom';

/**
 * Does something whose chance follows from a seed: what tfjs leaves to chance (first weights, the order of batches) asks
 * `Math.random` (see `kernel/random.ts`). The lesson's own stream goes on afterwards as if nothing had been drawn.
 */
export async function seededRun<T>(seed: string, act: () => T | Promise<T>): Promise<T> {
  const { random } = Math;
  Object.assign(Math, { random: seedrandom.alea(seed).double });
  try {
    return await act();
  } finally {
    Object.assign(Math, { random });
  }
}
