/** In the order in which they are trained. */
export const strategyNames = ['scratch', 'frozen', 'lastBlock', 'all'] as const;

export type StrategyName = (typeof strategyNames)[number];

/** After an epoch of a way. */
export interface StrategyEpoch {
  readonly accuracy: number;
  readonly valAccuracy: number;
  readonly valLoss: number;
  /** Since the way began, the training of its head included. */
  readonly seconds: number;
}

/** How far a way has come. */
export interface StrategyProgress {
  readonly way: StrategyName;
  /** How many weights its training moves, as numbers. */
  readonly trainable: number;
  /** Epochs at the beginning that are those of the frozen way, whose head it goes on with. */
  readonly taken: number;
  readonly epochs: readonly StrategyEpoch[];
}

/** A row of the bench's result. */
export interface StrategyResult {
  readonly way: StrategyName;
  readonly trainable: number;
  /** Fewer than asked for where Stop ended it. */
  readonly epochs: number;
  readonly seconds: number;
  /** On the training examples, the mean over the last epoch as `fit` tells it, 0 to 1. */
  readonly accuracy: number;
  readonly valAccuracy: number;
}

/** The ways that finished an epoch at least. */
export function resultsOf(strategies: readonly StrategyProgress[]): readonly StrategyResult[] {
  return strategies.flatMap(({ way, trainable, epochs }) => {
    const last = epochs.at(-1);
    if (last === undefined) return [];
    const { seconds, accuracy, valAccuracy } = last;
    return [{ way, trainable, epochs: epochs.length, seconds, accuracy, valAccuracy }];
  });
}

/**
 * How long the epochs that are left will take. A way that has not trained yet is taken to be as slow as the slowest so far:
 * the first, from scratch, moves every weight, so this falls rather than grows.
 * @returns `null` before the first epoch
 */
export function secondsLeft(strategies: readonly StrategyProgress[], epochs: number): number | null {
  const paces = strategies.map(paceOf);
  const slowest = Math.max(...paces.map((pace) => pace ?? 0));
  if (slowest === 0) return null;
  const left = strategies.map((way, place) => {
    const done = Math.max(way.taken, way.epochs.length);
    return (epochs - done) * (paces[place] ?? slowest);
  });
  return left.reduce((sum, seconds) => sum + seconds, 0);
}

/** Seconds of an epoch of the way's own; `null` before the first. */
function paceOf({ taken, epochs }: StrategyProgress): number | null {
  const own = epochs.length - taken;
  const last = epochs.at(-1);
  if (own <= 0 || last === undefined) return null;
  return (last.seconds - (epochs[taken - 1]?.seconds ?? 0)) / own;
}
