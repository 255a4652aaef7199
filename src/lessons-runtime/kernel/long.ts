const wrap = (value: bigint) => BigInt.asUintN(64, value);
const toBigInt = (value: Long | number) => (typeof value === 'number' ? BigInt(value) : value.value);

/**
 * The unsigned 64-bit integers that tfjs-core needs for the fingerprints of strings, on top of `bigint`. The worker's scripts have it
 * instead of the package `long`, which is for browsers without `bigint` and ten times as large
 * (`tools/vite-worker-scripts.ts`). Results wrap around at 64 bits.
 */
export class Long {
  static readonly UZERO = new Long(0n);
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = wrap(value);
  }

  /** Reads hexadecimal digits, the only radix that tfjs-core uses. */
  static fromString(digits: string): Long {
    return new Long(BigInt(`0x${digits}`));
  }

  static fromNumber(value: number): Long {
    return new Long(BigInt(value));
  }

  /** Reads up to eight bytes, the lowest first; missing ones are 0. */
  static fromBytes(bytes: readonly number[]): Long {
    return new Long(bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));
  }

  add(other: Long | number): Long {
    return new Long(this.value + toBigInt(other));
  }

  mul(other: Long | number): Long {
    return new Long(this.value * toBigInt(other));
  }

  modulo(other: Long | number): Long {
    return new Long(this.value % toBigInt(other));
  }

  and(other: Long | number): Long {
    return new Long(this.value & toBigInt(other));
  }

  or(other: Long | number): Long {
    return new Long(this.value | toBigInt(other));
  }

  xor(other: Long | number): Long {
    return new Long(this.value ^ toBigInt(other));
  }

  shl(bits: number): Long {
    return new Long(this.value << BigInt(bits));
  }

  shru(bits: number): Long {
    return new Long(this.value >> BigInt(bits));
  }

  /** Returns the lower 32 bits. */
  getLowBitsUnsigned(): number {
    return Number(BigInt.asUintN(32, this.value));
  }

  toString(): string {
    return this.value.toString();
  }
}

export default Long;
