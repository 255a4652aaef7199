/** What a row of timings comes to. All in the unit of the samples. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/**
 * The value in the middle; between the two in the middle where their number is even.
 * @throws Error without samples
 */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no samples');
  return (lower + upper) / 2;
}

/** @throws Error without samples */
export function summarise(samples: readonly number[]): Summary {
  return {
    median: median(samples),
    min: Math.min(...samples),
    max: Math.max(...samples),
    count: samples.length,
  };
}

/** How many times as long the first takes, by the medians. */
export function ratio(ours: readonly number[], bare: readonly number[]): number {
  return median(ours) / median(bare);
}

/**
 * Takes every contestant's sample once a round, the order turning from round to round, so that a machine that is busy for
 * a while is busy for all of them, and none always runs on the heels of the same other.
 * @param sample gives one measurement, or a list of several that belong together
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
