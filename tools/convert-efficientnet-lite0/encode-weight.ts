/** The stored type of a weight. tfjs converts each to float32 when it loads the model. */
export type Encoding = 'float32' | 'float16' | 'uint16' | 'uint8';

export interface EncodedWeight {
  readonly bytes: Uint8Array;
  /** The manifest's `quantization`; absent for float32. */
  readonly quantization?:
    | { readonly dtype: 'float16' }
    | { readonly dtype: 'uint8' | 'uint16'; readonly scale: number; readonly min: number };
}

/**
 * Encodes float32 values as tfjs's weight manifest defines.
 * For uint8 and uint16: value = q·scale + min, with one scale per tensor, and zero represented exactly.
 * @throws RangeError if a value is not finite, or is outside the range of float16
 */
export function encodeWeight(values: Float32Array, encoding: Encoding): EncodedWeight {
  if (values.some((value) => !Number.isFinite(value)))
    throw new RangeError('a weight is not a finite number');
  switch (encoding) {
    case 'float32':
      return { bytes: bytesOf(values) };
    case 'float16':
      return { bytes: bytesOf(Uint16Array.from(values, toFloat16)), quantization: { dtype: 'float16' } };
    case 'uint16':
    case 'uint8':
      return encodeAffine(values, encoding);
  }
}

function encodeAffine(values: Float32Array, dtype: 'uint8' | 'uint16'): EncodedWeight {
  const levels = dtype === 'uint8' ? 255 : 65535;
  let low = 0;
  let high = 0;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const scale = (high - low) / levels || 1;
  const zero = Math.round(-low / scale);
  const min = -zero * scale;
  const toLevel = (value: number): number => Math.min(levels, Math.max(0, Math.round(value / scale) + zero));
  const stored = dtype === 'uint8' ? Uint8Array.from(values, toLevel) : Uint16Array.from(values, toLevel);
  return { bytes: bytesOf(stored), quantization: { dtype, scale, min } };
}

const shared = new DataView(new ArrayBuffer(4));

/** Returns the IEEE 754 binary16 bits of a value, rounded to nearest, ties to even. @throws RangeError on overflow */
export function toFloat16(value: number): number {
  shared.setFloat32(0, value);
  const bits = shared.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127 + 15;
  const mantissa = (bits & 0x7fffff) | 0x800000;
  if (exponent >= 31) throw new RangeError(`${value} is beyond the range of float16`);
  if (exponent < -10) return sign;
  const shift = exponent > 0 ? 13 : 14 - exponent;
  const kept = mantissa >>> shift;
  const rest = mantissa & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  const rounded = rest > half || (rest === half && (kept & 1) === 1) ? kept + 1 : kept;
  // For normal numbers `kept` includes the hidden bit, so a carry increments the exponent.
  const magnitude = exponent > 0 ? ((exponent - 1) << 10) + rounded : rounded;
  if (magnitude >= 0x7c00) throw new RangeError(`${value} is beyond the range of float16`);
  return sign | magnitude;
}

function bytesOf(array: Float32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
