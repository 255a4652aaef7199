import { createThrottle } from '../../shared/throttle.ts';
import type { OutputCapture } from './capture-output.ts';

const updateMilliseconds = 100;
/** The pace of a shorter time says little. */
const paceMilliseconds = 1000;

export interface Progress {
  readonly loaded: number;
  /** 0 where nobody knows. */
  readonly total: number;
  /** Instead of the bar's own. */
  readonly label?: string;
}

export interface ProgressBar {
  /** Moves the bar; the page hears of it at most ten times a second, and always of the last step. */
  update(progress: Progress): void;
  /** Nothing more will come: shows what waits, so that it does not show up in a later run. */
  end(): void;
}

/** A bar in the output of the cell that is running, with the seconds left at the pace so far. */
export function createProgressBar(
  capture: Pick<OutputCapture, 'show'>,
  bar: { readonly id: string; readonly label: string; readonly unit: 'bytes' | 'steps' },
): ProgressBar {
  let first: { readonly at: number; readonly loaded: number } | null = null;

  function secondsLeft({ loaded, total }: Progress): number | undefined {
    const now = Date.now();
    first ??= { at: now, loaded };
    const [took, moved] = [now - first.at, loaded - first.loaded];
    if (took < paceMilliseconds || moved <= 0 || loaded >= total) return undefined;
    return Math.ceil(((took / moved) * (total - loaded)) / 1000);
  }

  const throttle = createThrottle<Progress>(updateMilliseconds, (progress) => {
    const left = secondsLeft(progress);
    const { loaded, total, label = bar.label } = progress;
    const part = { kind: 'progress', ...bar, label, loaded, total } as const;
    capture.show(left === undefined ? part : { ...part, secondsLeft: left });
  });
  return {
    update(progress) {
      throttle.push(progress);
      if (progress.total > 0 && progress.loaded >= progress.total) throttle.flush();
    },
    end: throttle.flush,
  };
}
