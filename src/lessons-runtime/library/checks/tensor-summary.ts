import type { Tensor } from '@tensorflow/tfjs';

/** Statistics of a tensor's values, collected in one pass. */
export interface TensorSummary {
  /** The number of values that are NaN or infinite. */
  readonly nonFinite: number;
  /** The index of the first sample with such a value; -1 if there is none. */
  readonly firstNonFiniteSample: number;
  /** Of the finite values, as are all that follow. */
  readonly min: number;
  readonly max: number;
  readonly areIntegers: boolean;
  /** The smallest and the largest sum along the last axis. */
  readonly rowSums: readonly [number, number];
}

/** The most values read of a tensor: of a larger one, evenly spaced samples are read. */
const maxValuesRead = 2 ** 25;
/** The most values read at a time, because a copy of all values would double the memory of a data set. */
const maxValuesPerRead = 2 ** 22;

/** Creates a function that summarizes a tensor's values, and caches the summary for as long as tfjs has the values. */
export function createTensorSummarizer(): (tensor: Tensor) => Promise<TensorSummary> {
  const cache = new WeakMap<object, TensorSummary>();
  return async (tensor) => {
    const { dataId } = tensor;
    const cached = cache.get(dataId);
    if (cached !== undefined) return cached;
    const summary = await summarize(tensor);
    cache.set(dataId, summary);
    return summary;
  };
}

async function summarize(tensor: Tensor): Promise<TensorSummary> {
  const [samples = 1] = tensor.shape;
  const perSample = tensor.size / Math.max(samples, 1);
  const accumulator = createAccumulator(tensor.shape.at(-1) ?? 1);
  if (tensor.size <= maxValuesPerRead) {
    accumulator.add(await tensor.data(), 0, perSample);
    return accumulator.summary();
  }
  const step = Math.max(1, Math.floor(maxValuesPerRead / perSample));
  const stride = step * Math.max(1, Math.ceil(tensor.size / maxValuesRead));
  for (let from = 0; from < samples; from += stride) {
    const slice = tensor.slice(from, Math.min(step, samples - from));
    accumulator.add(await slice.data(), from, perSample);
    slice.dispose();
  }
  return accumulator.summary();
}

function createAccumulator(rowLength: number) {
  let nonFinite = 0;
  let firstNonFiniteSample = -1;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let areIntegers = true;
  let [minSum, maxSum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  return {
    add(data: ArrayLike<number>, firstSample: number, perSample: number): void {
      let sum = 0;
      for (let at = 0; at < data.length; at += 1) {
        const value = data[at] ?? 0;
        if (value - value !== 0) {
          nonFinite += 1;
          if (firstNonFiniteSample < 0) firstNonFiniteSample = firstSample + Math.floor(at / perSample);
          continue;
        }
        if (value < min) min = value;
        if (value > max) max = value;
        if (areIntegers && value !== Math.floor(value)) areIntegers = false;
        sum += value;
        if ((at + 1) % rowLength === 0) {
          minSum = Math.min(minSum, sum);
          maxSum = Math.max(maxSum, sum);
          sum = 0;
        }
      }
    },
    summary: (): TensorSummary => ({
      nonFinite,
      firstNonFiniteSample,
      min,
      max,
      areIntegers,
      rowSums: [minSum, maxSum],
    }),
  };
}
