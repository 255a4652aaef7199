/** The summary of samples, in their unit. */
interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/**
 * Returns the median. For an even number of samples it is the mean of the two middle ones.
 * @throws {Error} if there are no samples
 */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no samples');
  return (lower + upper) / 2;
}

/** Summarizes samples. @throws {Error} if there are none */
export function summarise(samples: readonly number[]): Summary {
  return {
    median: median(samples),
    min: Math.min(...samples),
    max: Math.max(...samples),
    count: samples.length,
  };
}

/** Returns the ratio of the medians. */
export function ratio(ours: readonly number[], bare: readonly number[]): number {
  return median(ours) / median(bare);
}

/**
 * Samples each contestant once a round. This spreads temporary load of the machine over all contestants. The order rotates, so
 * that no contestant always follows the same other one.
 * @param sample returns one measurement or a list of measurements
 */
export async function interleave<Name extends string, Sample>(
  names: readonly Name[],
  rounds: number,
  sample: (name: Name, round: number) => Promise<Sample | readonly Sample[]>,
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  const samples = new Map<Name, Sample[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const taken = await sample(name, round);
      samples.get(name)?.push(...(Array.isArray(taken) ? taken : [taken]));
    }
  }
  return Object.fromEntries(samples) as Record<Name, Sample[]>;
}
