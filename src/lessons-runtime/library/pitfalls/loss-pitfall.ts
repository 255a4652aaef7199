/** A problem that shows in a training's losses. Epochs are counted from 1. */
export type LossPitfall =
  | { readonly kind: 'nan'; readonly epoch: number }
  /** `before` is the final loss of an earlier training of the same model on the same labels. */
  | { readonly kind: 'fine-tuning-jump'; readonly before: number; readonly loss: number }
  | { readonly kind: 'jump'; readonly epoch: number; readonly before: number; readonly loss: number };

/** A jump is a loss above `jumpFactor` × the lowest so far + `jumpMargin`: more than the order of batches can explain. */
const jumpFactor = 2;
const jumpMargin = 0.25;

/**
 * Detects a problem in the newest of a training's losses.
 *
 * @param losses the mean loss of each epoch so far
 * @param lossBefore the final loss of an earlier training of the same model on the same labels; `null` if there was none
 * @param guessing the loss of random guessing, ln K; `null` if unknown. A lower loss is never a jump: a network that has
 *   memorized its examples gets worse for an epoch after unfreezing, even at a good learning rate
 */
export function detectLossPitfall(
  losses: readonly number[],
  lossBefore: number | null,
  guessing: number | null = null,
): LossPitfall | null {
  const loss = losses.at(-1);
  if (loss === undefined) return null;
  if (!Number.isFinite(loss)) return { kind: 'nan', epoch: losses.length };
  const before = Math.min(...losses.slice(0, -1), lossBefore ?? Number.POSITIVE_INFINITY);
  if (loss <= jumpFactor * before + jumpMargin || loss < (guessing ?? 0)) return null;
  if (losses.length === 1) return { kind: 'fine-tuning-jump', before, loss };
  return { kind: 'jump', epoch: losses.length, before, loss };
}

/** Fewer epochs show no trend. */
const minEpochs = 3;
/** How close to ln K a loss counts as guessing, as a share of ln K. */
const guessingTolerance = 0.03;
/** From which drop on losses count as falling, as a share of ln K. */
const minDrop = 0.01;

/** Returns whether a classifier's losses stay at ln K, the loss of random guessing among K classes, and do not fall. */
export function isStuckAtGuessing(losses: readonly number[], classes: number): boolean {
  const [first] = losses;
  const last = losses.at(-1);
  if (classes < 2 || losses.length < minEpochs || first === undefined || last === undefined) return false;
  const guessing = Math.log(classes);
  return (
    losses.every((loss) => Math.abs(loss - guessing) <= guessingTolerance * guessing) &&
    first - last < minDrop * guessing
  );
}

/** Returns whether the final loss is above half of that of random guessing, so that the predictions are worth a check. */
export function isHardlyBetterThanGuessing(losses: readonly number[], classes: number): boolean {
  const last = losses.at(-1);
  return losses.length >= minEpochs && last !== undefined && last > Math.log(classes) / 2;
}
