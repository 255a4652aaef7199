/** What a training's losses say that went wrong; epochs count from 1. */
export type LossTrap =
  | { readonly kind: 'nan'; readonly epoch: number }
  /** `before` was the loss before this training, of the same model on the same labels. */
  | { readonly kind: 'fine-tuning-jump'; readonly before: number; readonly loss: number }
  | { readonly kind: 'jump'; readonly epoch: number; readonly before: number; readonly loss: number };

/** Twice the best so far and a quarter more: batches alone do not make a mean over an epoch differ by so much. */
const jumpFactor = 2;
const jumpMargin = 0.25;

/**
 * What the newest of a training's losses shows, each the mean of an epoch.
 *
 * @param lossBefore at which an earlier training of the same model on the same labels ended; `null` where there was none
 * @param guessing the loss of one who guesses: a network that tells its examples by heart does worse for an epoch at a good
 *   rate, too, once it is thawed; what it knew is gone where it does no better than that. `null` where nothing is known of it
 */
export function newestLossTrap(
  losses: readonly number[],
  lossBefore: number | null,
  guessing: number | null = null,
): LossTrap | null {
  const loss = losses.at(-1);
  if (loss === undefined) return null;
  if (!Number.isFinite(loss)) return { kind: 'nan', epoch: losses.length };
  const before = Math.min(...losses.slice(0, -1), lossBefore ?? Number.POSITIVE_INFINITY);
  if (loss <= jumpFactor * before + jumpMargin || loss < (guessing ?? 0)) return null;
  if (losses.length === 1) return { kind: 'fine-tuning-jump', before, loss };
  return { kind: 'jump', epoch: losses.length, before, loss };
}

/** Fewer epochs show no trend. */
const leastEpochs = 3;
const near = 0.03;
const falling = 0.01;

/** Whether the losses stay at ln K, where a classifier of K classes stands that guesses, and do not begin to fall. */
export function isStuckAtGuessing(losses: readonly number[], classes: number): boolean {
  const [first] = losses;
  const last = losses.at(-1);
  if (classes < 2 || losses.length < leastEpochs || first === undefined || last === undefined) return false;
  const guessing = Math.log(classes);
  return (
    losses.every((loss) => Math.abs(loss - guessing) <= near * guessing) && first - last < falling * guessing
  );
}

/** Whether a training got so little done that it is worth asking the model whether it tells anything apart. */
export function isHardlyBetterThanGuessing(losses: readonly number[], classes: number): boolean {
  const last = losses.at(-1);
  return losses.length >= leastEpochs && last !== undefined && last > Math.log(classes) / 2;
}
