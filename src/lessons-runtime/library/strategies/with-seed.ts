import seedrandom from 'seedrandom';

/**
 * Runs `act` with a seeded `Math.random`, from which tfjs draws initial weights and the order of batches (see
 * `kernel/random.ts`). Afterwards the lesson's own sequence continues as if nothing had been drawn.
 */
export async function withSeed<T>(seed: string, act: () => T | Promise<T>): Promise<T> {
  const { random } = Math;
  Object.assign(Math, { random: seedrandom.alea(seed).double });
  try {
    return await act();
  } finally {
    Object.assign(Math, { random });
  }
}
