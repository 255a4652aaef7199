import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { createLiveCurves, type LiveCurves } from './live-curves.ts';
import { assertFits, badShape, isRecord, labelOf, type Reading } from './reading.ts';

type LiveData = DrawnCallOf<'show.fitCallbacks'>['data'];

/** Ten drawings a second are as many as an eye can follow, and training does not feel them. */
const updateMilliseconds = 100;

export type FitCallbacks = Record<string, (iteration: number, logs: unknown) => Promise<void>>;

/**
 * The callbacks that `show.fitCallbacks` gives to `fit`. Each takes its numbers and returns at once: nothing of a training
 * waits for the page, whether it draws or its tab is hidden.
 * @param show sends all curves so far; called at most ten times a second, and by `flush` with what waits
 */
export function createFitCallbacks(
  reading: Reading<'show.fitCallbacks'>,
  metrics: unknown,
  options: unknown,
  show: (data: LiveData) => void,
): { readonly callbacks: FitCallbacks; flush(): void } {
  if (!Array.isArray(metrics)) throw badShape(reading, "(surface, ['loss', …])", 'metrics');
  assertFits(reading, 'series', metrics.length);
  const chosen = isRecord(options) ? options['callbacks'] : undefined;
  const names = Array.isArray(chosen) ? chosen.map(labelOf) : ['onEpochEnd', 'onBatchEnd'];
  assertFits(reading, 'callbacks', names.length);
  const gathered = new Map<string, LiveCurves>();

  const throttle = createThrottle<null>(updateMilliseconds, () =>
    show({
      callbacks: [...gathered].map(([name, live]) => ({ name, total: live.total, curves: live.curves() })),
    }),
  );

  function hear(callback: string, logs: unknown): void {
    if (!isRecord(logs)) return;
    const values = metrics as readonly unknown[];
    const present = values.flatMap((metric) => {
      const name = labelOf(metric);
      const value = logs[name];
      return typeof value === 'number' ? [[name, value] as const] : [];
    });
    let live = gathered.get(callback);
    if (live === undefined) {
      live = createLiveCurves();
      gathered.set(callback, live);
    }
    live.push(present);
    throttle.push(null);
  }

  return {
    callbacks: Object.fromEntries(names.map((name) => [name, async (_, logs) => hear(name, logs)])),
    flush: throttle.flush,
  };
}
