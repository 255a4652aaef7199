import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import type { DrawnCallOf } from '../protocol/chart-call.ts';
import { createThrottle } from '../shared/throttle.ts';
import { createLiveCurves, type LiveCurves } from './live-curves.ts';
import { createLogReader } from './log-reader.ts';
import { assertFits, badShape, isRecord, labelOf, type Reading } from './reading.ts';

type LiveData = DrawnCallOf<'show.fitCallbacks'>['data'];
type LogCallback = (iteration: number, logs?: Record<string, number | Tensor>) => Promise<void>;

/** Ten updates a second look continuous and do not slow the training down. */
const updateMilliseconds = 100;

/** The callbacks by name, e.g. `onEpochEnd`. */
export type FitCallbacks = Readonly<Record<string, LogCallback>>;

/**
 * Creates the callbacks that `show.fitCallbacks` returns. Each starts to read its logs and returns at once, so that the training
 * waits neither for the page nor for the GPU. It is a `CustomCallback` because that receives the scalars themselves: tfjs reads
 * all logs before it calls the callback of a plain object, which makes it wait for the GPU after every batch.
 *
 * @param show sends all curves; called at most ten times a second, at the end of a training, and by `flush`
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
  const curvesByCallback = new Map<string, LiveCurves>();

  const throttle = createThrottle<null>(updateMilliseconds, () =>
    show({
      callbacks: [...curvesByCallback].map(([name, live]) => ({
        name,
        total: live.total,
        curves: live.curves(),
      })),
    }),
  );

  const reader = createLogReader(labels, (callback, values) => {
    let live = curvesByCallback.get(callback);
    if (live === undefined) {
      live = createLiveCurves();
      curvesByCallback.set(callback, live);
    }
    live.push(values);
    throttle.push(null);
  });

  // Without custom callbacks it only yields, as every `fit` does.
  const callbacks = new tf.CustomCallback({}, 'auto');
  hideFields(callbacks);
  const { prototype } = tf.CustomCallback;
  for (const name of names) {
    const inherited: unknown = Reflect.get(prototype, name);
    Object.defineProperty(callbacks, name, {
      enumerable: true,
      async value(iteration: number, logs?: Record<string, number | Tensor>): Promise<void> {
        if (isRecord(logs)) reader.read(name, logs);
        if (typeof inherited === 'function') await inherited.call(callbacks, iteration, logs);
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

/** Hides tfjs's fields, so that a cell that lists or spreads the callbacks gets only those that it requested. */
function hideFields(callbacks: object): void {
  for (const name of Object.keys(callbacks)) {
    Object.defineProperty(callbacks, name, { enumerable: false });
  }
}
