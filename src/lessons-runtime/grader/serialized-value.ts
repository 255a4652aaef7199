import type { Tensor } from '@tensorflow/tfjs';
import { isTypedArray } from '../kernel/inspect/is-typed-array.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/** A tensor as JSON, for the transport between the workers of a check and as an argument of `grade`. */
interface SerializedTensor {
  readonly tensor: {
    readonly shape: readonly number[];
    readonly dtype: string;
    readonly values: readonly number[];
  };
}

/** A random tensor that is too large for JSON; each worker creates it from the same seed. */
export interface DrawnTensor {
  readonly drawn: {
    readonly shape: readonly number[];
    readonly low: number;
    readonly high: number;
    readonly seed: number;
  };
}

/** Longer lists are truncated; no exercise expects one. */
const listLimit = 20_000;
const depthLimit = 8;

/** Converts any value to JSON. NaN, the infinities, functions and instances of classes become `{ unserializable: … }`. */
export function serializeValue(tf: TensorFlow, value: unknown, depth = depthLimit): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { unserializable: String(value) };
  if (typeof value !== 'object') return { unserializable: value === undefined ? 'undefined' : typeof value };
  if (value instanceof tf.Tensor) return serializeTensor(value);
  if (depth === 0) return { unserializable: '…' };
  if (Array.isArray(value) || isTypedArray(value)) {
    const items: ArrayLike<unknown> = value;
    return Array.from(items)
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

/** Converts an argument of a check for a learner's function: `{ tensor: … }` and `{ drawn: … }` become tensors. */
export function deserializeArgument(tf: TensorFlow, value: unknown): unknown {
  if (isDrawnTensor(value)) {
    const { shape, low, high, seed } = value.drawn;
    return tf.randomUniform([...shape], low, high, 'float32', seed);
  }
  if (!isSerializedTensor(value)) return value;
  const { shape, values } = value.tensor;
  return tf.tensor([...values], [...shape]);
}

/** Returns whether a value is a serialized tensor. */
export function isSerializedTensor(value: unknown): value is SerializedTensor {
  if (typeof value !== 'object' || value === null || !('tensor' in value)) return false;
  const { tensor } = value;
  return typeof tensor === 'object' && tensor !== null && 'shape' in tensor && 'values' in tensor;
}

/** Returns whether a value stands for one that JSON cannot represent: `NaN`, `undefined`, a function, an instance of a class. */
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
