/** The value of a field: a varint as a number, anything else (a message, a string, packed numbers) as bytes. */
export type FieldValue = number | Uint8Array;

export interface Field {
  readonly number: number;
  readonly value: FieldValue;
}

/**
 * Reads the fields of a protobuf message in the order of its bytes, without a schema.
 * Fixed-width values are returned as 4 or 8 bytes, little-endian.
 * @throws {Error} if the message is truncated or has a wire type that proto3 does not use
 */
export function* readFields(message: Uint8Array): Generator<Field> {
  const reader = { bytes: message, at: 0 };
  while (reader.at < message.length) {
    const key = readVarint(reader);
    const [number, wireType] = [Math.floor(key / 8), key % 8];
    if (wireType === 0) yield { number, value: readVarint(reader) };
    else if (wireType === 1) yield { number, value: take(reader, 8) };
    else if (wireType === 2) yield { number, value: take(reader, readVarint(reader)) };
    else if (wireType === 5) yield { number, value: take(reader, 4) };
    else throw new Error(`wire type ${wireType} of field ${number} at byte ${reader.at}`);
  }
}

/** Reads packed varints from the bytes of a field. @throws {Error} if they are truncated */
export function readPackedVarints(bytes: Uint8Array): number[] {
  const reader = { bytes, at: 0 };
  const numbers: number[] = [];
  while (reader.at < bytes.length) numbers.push(readVarint(reader));
  return numbers;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function readVarint(reader: Reader): number {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new Error('the message ends within a varint');
    reader.at += 1;
    value |= BigInt(byte & 0x7f) << shift;
    // int32 and int64 are stored as 64 bits in two's complement.
    if (byte < 0x80) return Number(BigInt.asIntN(64, value));
  }
  throw new Error(`a varint of more than 10 bytes at byte ${reader.at}`);
}

function take(reader: Reader, length: number): Uint8Array {
  const end = reader.at + length;
  if (length < 0 || end > reader.bytes.length) throw new Error('the message ends within a field');
  const value = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return value;
}
