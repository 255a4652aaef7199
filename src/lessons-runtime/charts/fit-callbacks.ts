import type { CustomCallback, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import type { DrawnCallOf } from '../protocol/chart-call.ts';
import { createThrottle } from '../shared/throttle.ts';
import { createLiveCurves, type LiveCurves } from './live-curves.ts';
import { createLogReader } from './log-reader.ts';
import { assertFits, badShape, isRecord, labelOf, type Reading } from './reading.ts';

type LiveData = DrawnCallOf<'show.fitCallbacks'>['data'];
type Listener = (iteration: number, logs?: Record<string, number | Tensor>) => Promise<void>;

/** Ten drawings a second are as many as an eye can follow, and training does not feel them. */
const updateMilliseconds = 100;

export type FitCallbacks = Readonly<Record<string, Listener>>;

/**
 * The callbacks that `show.fitCallbacks` gives to `fit`. Each takes its numbers and returns at once: nothing of a training
 * waits for the page, whether it draws or its tab is hidden, nor for a GPU to hand over a loss. (tfjs reads every log before
 * it calls a plain object's callback, and so makes the GPU finish every batch; a `CustomCallback`, as this is, gets the
 * scalars themselves.)
 * @param show sends all curves so far; called at most ten times a second, at a training's end, and by `flush`
 */
export function createFitCallbacks(
  tf: TensorFlow,
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
  const labels = metrics.map(labelOf);
  const gathered = new Map<string, LiveCurves>();

  const throttle = createThrottle<null>(updateMilliseconds, () =>
    show({
      callbacks: [...gathered].map(([name, live]) => ({ name, total: live.total, curves: live.curves() })),
    }),
  );

  const reader = createLogReader(labels, (callback, values) => {
    let live = gathered.get(callback);
    if (live === undefined) {
      live = createLiveCurves();
      gathered.set(callback, live);
    }
    live.push(values);
    throttle.push(null);
  });

  // Without a callback of its own it yields, as every fit does, and nothing else.
  const callbacks = new tf.CustomCallback({}, 'auto');
  hideFields(callbacks);
  const { prototype } = tf.CustomCallback;
  for (const name of names) {
    const inherited = prototype[name as keyof CustomCallback] as Listener | undefined;
    Object.defineProperty(callbacks, name, {
      enumerable: true,
      async value(iteration: number, logs?: Record<string, number | Tensor>): Promise<void> {
        if (isRecord(logs)) reader.hear(name, logs);
        await inherited?.call(callbacks, iteration, logs);
      },
    });
  }
  Object.defineProperty(callbacks, 'onTrainEnd', {
    async value(): Promise<void> {
      await reader.settled();
      throttle.flush();
    },
  });
  return { callbacks: callbacks as unknown as FitCallbacks, flush: throttle.flush };
}

/** A cell that looks at the callbacks, or spreads them into its own, sees those that it asked for. */
function hideFields(callbacks: object): void {
  for (const name of Object.keys(callbacks)) {
    Object.defineProperty(callbacks, name, { enumerable: false });
  }
}
