import type { OutputOf } from '../../../protocol/output.ts';

type Bar = OutputOf<'progress'>;

/** A progress bar in the output of a cell. */
export interface ProgressLine {
  readonly node: HTMLElement;
  /** The latest version. */
  part: OutputOf<'progress'>;
}

/** What a bar has shown so far. */
export interface BarTimes {
  readonly part: Bar;
  /** How many trainings or downloads it has shown: a bar that begins again shows another one. */
  readonly count: number;
  /** When it first appeared, and when it last changed, in milliseconds. */
  readonly began: number;
  readonly changed: number;
}

/** The bars that are folded into one line once they are complete; others show more than a wait. */
export type BarGroup = 'trainings' | 'downloads';

/** A training has no bar in its first half second (`kernel/training/fit-progress.ts`). */
const quietMilliseconds = 500;

/** Returns the times of a bar after a change. @param before `null` for a new bar @param now in milliseconds */
export function afterChange(before: BarTimes | null, part: Bar, now: number): BarTimes {
  if (before === null) return { part, count: 1, began: now, changed: now };
  const beginsAgain = part.loaded < before.part.loaded;
  return { ...before, part, count: before.count + (beginsAgain ? 1 : 0), changed: now };
}

/** Returns the group of a bar; `null` if it is not folded. */
export function groupOf({ unit, id }: Bar): BarGroup | null {
  if (unit === 'bytes') return 'downloads';
  return id.startsWith('fit-') ? 'trainings' : null;
}

export function isComplete({ loaded, total }: Bar): boolean {
  return total > 0 && loaded >= total;
}

/**
 * Sums up bars of one group: how many trainings or downloads they showed, how long they took, and their bytes or steps. The time
 * is `null` if none was seen to change, as the bars of an earlier visit.
 */
export function sumUp(bars: readonly BarTimes[]): {
  readonly count: number;
  readonly seconds: number | null;
  readonly loaded: number;
} {
  const sum = (value: (bar: BarTimes) => number) => bars.reduce((all, bar) => all + value(bar), 0);
  return {
    count: sum(({ count }) => count),
    seconds: bars.some(({ began, changed }) => changed > began)
      ? sum(({ began, changed, count }) => changed - began + count * quietMilliseconds) / 1000
      : null,
    loaded: sum(({ part }) => part.loaded),
  };
}

/** What the head of a running cell shows of its progress. */
export interface HeadProgress {
  readonly label: string;
  /** From 0 to 1; `null` if the total is unknown. */
  readonly fraction: number | null;
  /** `null` if it is unknown. */
  readonly secondsLeft: number | null;
}

/**
 * Returns the progress of the bar that tells most about a running cell: one that is not complete, if possible one that knows how
 * long it will take, and of these the one that changed last.
 *
 * @param cellSecondsLeft how long the whole cell will still take according to its earlier runs; `null` if that is unknown
 */
export function headProgress(
  bars: readonly BarTimes[],
  cellSecondsLeft: number | null = null,
): HeadProgress | null {
  const rank = ({ part, changed }: BarTimes) => [
    isComplete(part) ? 0 : 1,
    part.secondsLeft === undefined ? 0 : 1,
    changed,
  ];
  const [best] = [...bars].sort((one, other) => compare(rank(other), rank(one)));
  if (best === undefined) return null;
  const { label, loaded, total, secondsLeft = null } = best.part;
  // A cell that trains several times takes longer than the training that is running.
  const isLonger = cellSecondsLeft !== null && cellSecondsLeft > (secondsLeft ?? 0);
  return {
    label,
    fraction: total > 0 ? Math.min(1, loaded / total) : null,
    secondsLeft: isLonger ? Math.ceil(cellSecondsLeft) : secondsLeft,
  };
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
