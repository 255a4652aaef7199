import type { Tensor } from '@tensorflow/tfjs';

/** What can be said of a tensor's values after one look at them. */
export interface TensorValues {
  /** NaN and the infinities. */
  readonly bad: number;
  /** The first sample with one of those; -1 where there is none. */
  readonly badSample: number;
  /** Of the finite values. */
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
  /** Smallest and largest sum along the last axis. */
  readonly sums: readonly [number, number];
}

/** So many values are looked at: of larger tensors, samples evenly spread. */
const valuesRead = 2 ** 25;
/** So many at a time: a copy of all would double the memory of a data set. */
const valuesAtOnce = 2 ** 22;

/** Reads a tensor once; the same values are not read again. */
export function createValueReader(): (tensor: Tensor) => Promise<TensorValues> {
  /** By tfjs's own handle of the values. */
  const known = new WeakMap<object, TensorValues>();
  return async (tensor) => {
    const { dataId } = tensor;
    const found = known.get(dataId);
    if (found !== undefined) return found;
    const values = await readValues(tensor);
    known.set(dataId, values);
    return values;
  };
}

async function readValues(tensor: Tensor): Promise<TensorValues> {
  const [samples = 1] = tensor.shape;
  const perSample = tensor.size / Math.max(samples, 1);
  const summary = createSummary(tensor.shape.at(-1) ?? 1);
  if (tensor.size <= valuesAtOnce) {
    summary.take(await tensor.data(), 0, perSample);
    return summary.values();
  }
  const step = Math.max(1, Math.floor(valuesAtOnce / perSample));
  const stride = step * Math.max(1, Math.ceil(tensor.size / valuesRead));
  for (let from = 0; from < samples; from += stride) {
    const part = tensor.slice(from, Math.min(step, samples - from));
    summary.take(await part.data(), from, perSample);
    part.dispose();
  }
  return summary.values();
}

function createSummary(rowLength: number) {
  let bad = 0;
  let badSample = -1;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let isWhole = true;
  let [leastSum, mostSum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  return {
    take(data: ArrayLike<number>, firstSample: number, perSample: number): void {
      let sum = 0;
      for (let at = 0; at < data.length; at += 1) {
        const value = data[at] ?? 0;
        if (value - value !== 0) {
          bad += 1;
          if (badSample < 0) badSample = firstSample + Math.floor(at / perSample);
          continue;
        }
        if (value < min) min = value;
        if (value > max) max = value;
        if (isWhole && value !== Math.floor(value)) isWhole = false;
        sum += value;
        if ((at + 1) % rowLength === 0) {
          leastSum = Math.min(leastSum, sum);
          mostSum = Math.max(mostSum, sum);
          sum = 0;
        }
      }
    },
    values: (): TensorValues => ({ bad, badSample, min, max, isWhole, sums: [leastSum, mostSum] }),
  };
}
