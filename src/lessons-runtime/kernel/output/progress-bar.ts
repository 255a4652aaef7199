import { createThrottle } from '../../shared/throttle.ts';
import type { OutputCapture } from './capture-output.ts';

const updateMilliseconds = 100;
/** The time left is estimated only after this time, because a shorter sample is inaccurate. */
const paceMilliseconds = 1000;

export interface Progress {
  readonly loaded: number;
  /** 0 if unknown. */
  readonly total: number;
  /** Replaces the bar's label. */
  readonly label?: string;
}

export interface ProgressBar {
  /** Updates the bar; sent to the page at most ten times a second, and always for the last step. */
  update(progress: Progress): void;
  /** Sends the last update, so that it does not appear in a later run. */
  end(): void;
}

/** Creates a progress bar in the output of the running cell, with the estimated seconds left. */
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
