import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/** A tensor as numbers: on its way between the two workers of a check, and as a check gets it. */
export interface SerializedTensor {
  readonly tensor: {
    readonly shape: readonly number[];
    readonly dtype: string;
    readonly values: readonly number[];
  };
}

/** A tensor too large to be written down: both workers draw it, from the same seed. */
export interface DrawnTensor {
  readonly drawn: {
    readonly shape: readonly number[];
    readonly low: number;
    readonly high: number;
    readonly seed: number;
  };
}

/** A list longer than this is no answer to any exercise. */
const listLimit = 20_000;
const depthLimit = 8;

/** Any value as JSON: numbers that JSON has no word for, functions and objects of a class become `{ unserializable: … }`. */
export function serializeValue(tf: TensorFlow, value: unknown, depth = depthLimit): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { unserializable: String(value) };
  if (typeof value !== 'object') return { unserializable: value === undefined ? 'undefined' : typeof value };
  if (value instanceof tf.Tensor) return serializeTensor(value);
  if (depth === 0) return { unserializable: '…' };
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return Array.from(value as ArrayLike<unknown>)
      .slice(0, listLimit)
      .map((each) => serializeValue(tf, each, depth - 1));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return { unserializable: value.constructor.name };
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, listLimit)
      .map(([key, each]) => [key, serializeValue(tf, each, depth - 1)]),
  );
}

function serializeTensor(value: Tensor): SerializedTensor {
  return {
    tensor: {
      shape: value.shape,
      dtype: value.dtype,
      values: value.size > listLimit ? [] : Array.from(value.dataSync()),
    },
  };
}

/** What a check hands to a learner's code: `{ tensor: … }` and `{ drawn: … }` become live tensors, all else stays. */
export function deserializeArgument(tf: TensorFlow, value: unknown): unknown {
  if (isDrawnTensor(value)) {
    const { shape, low, high, seed } = value.drawn;
    return tf.randomUniform([...shape], low, high, 'float32', seed);
  }
  if (!isSerializedTensor(value)) return value;
  const { shape, values } = value.tensor;
  return tf.tensor([...values], [...shape]);
}

/** Whether an answer is a tensor, as numbers. */
export function isSerializedTensor(value: unknown): value is SerializedTensor {
  if (typeof value !== 'object' || value === null || !('tensor' in value)) return false;
  const { tensor } = value;
  return typeof tensor === 'object' && tensor !== null && 'shape' in tensor && 'values' in tensor;
}

/** Whether an answer is what JSON has no word for: `NaN`, `undefined`, a function, an object of a class. */
export function isUnserializable(value: unknown): value is { readonly unserializable: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unserializable' in value &&
    typeof value.unserializable === 'string'
  );
}

function isDrawnTensor(value: unknown): value is DrawnTensor {
  return typeof value === 'object' && value !== null && 'drawn' in value;
}
