import type { Tensor } from '@tensorflow/tfjs';

type Entry = readonly [name: string, value: number];

/** Reads the logs of a training in order, without making the training wait. */
interface LogReader {
  /**
   * Starts to read logs.
   *
   * @param logs numbers, or scalars, which tfjs may dispose of after the call
   */
  read(callback: string, logs: Readonly<Record<string, unknown>>): void;
  /** Resolves when all logs were passed to `onLogs`. */
  settled(): Promise<void>;
}

/**
 * @param metrics the names to read; other entries of the logs are ignored
 * @param onLogs called once for each call of `read`, in order
 */
export function createLogReader(
  metrics: readonly string[],
  onLogs: (callback: string, values: readonly Entry[]) => void,
): LogReader {
  const queue: { readonly callback: string; values: readonly Entry[] | null }[] = [];
  const readings = new Set<Promise<void>>();

  function emitReady(): void {
    for (let [first] = queue; first !== undefined && first.values !== null; [first] = queue) {
      queue.shift();
      onLogs(first.callback, first.values);
    }
  }

  return {
    read(callback, logs) {
      const present = metrics.flatMap((name) => {
        const value = logs[name];
        return typeof value === 'number' || isReadable(value) ? [[name, value] as const] : [];
      });
      const numbers = present.filter((entry): entry is Entry => typeof entry[1] === 'number');
      if (numbers.length === present.length) {
        queue.push({ callback, values: numbers });
        return emitReady();
      }
      const entry: (typeof queue)[number] = { callback, values: null };
      queue.push(entry);
      const reading = Promise.all(
        present.map(async ([name, value]) => [name, await numberOf(value)] as const),
      ).then((values) => {
        entry.values = values;
        readings.delete(reading);
        emitReady();
      });
      readings.add(reading);
    },
    async settled() {
      await Promise.all(readings);
    },
  };
}

function isReadable(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'function';
}

/** Returns NaN if the scalar was disposed of before it could be read. */
async function numberOf(value: number | Tensor): Promise<number> {
  if (typeof value === 'number') return value;
  try {
    return (await value.data())[0] ?? Number.NaN;
  } catch {
    return Number.NaN;
  }
}
