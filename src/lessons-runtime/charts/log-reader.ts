import type { Tensor } from '@tensorflow/tfjs';

type Entry = readonly [name: string, value: number];

/** Reads what a training logs, in its order, without making it wait. */
interface LogReader {
  /** @param logs numbers, or scalars that tfjs disposes of right after: their reading begins here */
  hear(callback: string, logs: Readonly<Record<string, unknown>>): void;
  /** When all that was heard so far is told. */
  settled(): Promise<void>;
}

/**
 * @param metrics the names to read; others are passed over, as are those that a log has not
 * @param tell called once for each log heard, in order
 */
export function createLogReader(
  metrics: readonly string[],
  tell: (callback: string, values: readonly Entry[]) => void,
): LogReader {
  const waiting: { readonly callback: string; values: readonly Entry[] | null }[] = [];
  const readings = new Set<Promise<void>>();

  function tellReady(): void {
    for (let [first] = waiting; first !== undefined && first.values !== null; [first] = waiting) {
      waiting.shift();
      tell(first.callback, first.values);
    }
  }

  return {
    hear(callback, logs) {
      const present = metrics.flatMap((name) => {
        const value = logs[name];
        return typeof value === 'number' || isReadable(value) ? [[name, value] as const] : [];
      });
      const numbers = present.filter((entry): entry is Entry => typeof entry[1] === 'number');
      if (numbers.length === present.length) {
        waiting.push({ callback, values: numbers });
        return tellReady();
      }
      const entry: (typeof waiting)[number] = { callback, values: null };
      waiting.push(entry);
      const reading = Promise.all(
        present.map(async ([name, value]) => [name, await numberOf(value)] as const),
      );
      const told = reading.then((values) => {
        entry.values = values;
        readings.delete(told);
        tellReady();
      });
      readings.add(told);
    },
    async settled() {
      await Promise.all(readings);
    },
  };
}

function isReadable(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'function';
}

/** NaN where the value is gone before it could be read. */
async function numberOf(value: number | Tensor): Promise<number> {
  if (typeof value === 'number') return value;
  try {
    return (await value.data())[0] ?? Number.NaN;
  } catch {
    return Number.NaN;
  }
}
