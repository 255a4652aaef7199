import { createThrottle } from '../shared/throttle.ts';
import type { OutputCapture } from './capture-output.ts';

const updateMilliseconds = 100;

export interface ProgressBar {
  /** Moves the bar; the page hears of it at most ten times a second, and always of the last step. */
  update(progress: { readonly loaded: number; readonly total: number }): void;
  /** Nothing more will come: shows what waits, so that it does not show up in a later run. */
  end(): void;
}

/** A bar in the output of the cell that is running. */
export function createProgressBar(
  capture: OutputCapture,
  bar: { readonly id: string; readonly label: string; readonly unit: 'bytes' | 'steps' },
): ProgressBar {
  const throttle = createThrottle<{ loaded: number; total: number }>(
    updateMilliseconds,
    ({ loaded, total }) => capture.show({ kind: 'progress', ...bar, loaded, total }),
  );
  return {
    update({ loaded, total }) {
      throttle.push({ loaded, total });
      // A total of 0 is one that nobody knows.
      if (total > 0 && loaded >= total) throttle.flush();
    },
    end: throttle.flush,
  };
}
