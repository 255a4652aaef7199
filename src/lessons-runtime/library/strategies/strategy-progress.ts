/** In the order in which they are trained. */
export const strategyNames = ['scratch', 'frozen', 'lastBlock', 'all'] as const;

export type StrategyName = (typeof strategyNames)[number];

/** Metrics at the end of an epoch. */
export interface StrategyEpoch {
  /** 0 to 1, as `valAccuracy`. */
  readonly accuracy: number;
  readonly valAccuracy: number;
  readonly valLoss: number;
  /** Since the strategy's training began, that of an inherited head included. */
  readonly seconds: number;
}

/** The progress of a strategy. */
export interface StrategyProgress {
  readonly strategy: StrategyName;
  /** The number of trainable parameters. */
  readonly trainable: number;
  /** How many of the first epochs are those of the frozen strategy, from whose head this one continues. */
  readonly inheritedEpochs: number;
  readonly epochs: readonly StrategyEpoch[];
}

/** A row of the comparison's result. */
export interface StrategyResult {
  readonly way: StrategyName;
  /** The number of trainable parameters. */
  readonly trainable: number;
  /** The number of completed epochs, lower than requested if the training was stopped. */
  readonly epochs: number;
  readonly seconds: number;
  /** On the training examples, the mean over the last epoch as `fit` reports it, 0 to 1. */
  readonly accuracy: number;
  /** On the validation examples, 0 to 1. */
  readonly valAccuracy: number;
}

/** Returns the results of the strategies that completed at least one epoch. */
export function resultsOf(strategies: readonly StrategyProgress[]): readonly StrategyResult[] {
  return strategies.flatMap(({ strategy, trainable, epochs }) => {
    const last = epochs.at(-1);
    if (last === undefined) return [];
    const { seconds, accuracy, valAccuracy } = last;
    return [{ way: strategy, trainable, epochs: epochs.length, seconds, accuracy, valAccuracy }];
  });
}

/**
 * Estimates how long the remaining epochs will take. A strategy that has not trained yet is assumed to be as slow as the
 * slowest so far. The first, from scratch, trains every weight, so the estimate falls rather than rises.
 * @returns `null` before the first epoch
 */
export function secondsLeft(strategies: readonly StrategyProgress[], epochs: number): number | null {
  const paces = strategies.map(secondsPerEpoch);
  const slowest = Math.max(...paces.map((pace) => pace ?? 0));
  if (slowest === 0) return null;
  const left = strategies.map((strategy, index) => {
    const done = Math.max(strategy.inheritedEpochs, strategy.epochs.length);
    return (epochs - done) * (paces[index] ?? slowest);
  });
  return left.reduce((sum, seconds) => sum + seconds, 0);
}

/** Returns the mean duration of the epochs that are not inherited; `null` before the first. */
function secondsPerEpoch({ inheritedEpochs, epochs }: StrategyProgress): number | null {
  const own = epochs.length - inheritedEpochs;
  const last = epochs.at(-1);
  if (own <= 0 || last === undefined) return null;
  return (last.seconds - (epochs[inheritedEpochs - 1]?.seconds ?? 0)) / own;
}
