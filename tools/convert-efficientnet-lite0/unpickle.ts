import { ByteReader } from './byte-reader.ts';
import { PickleMachine } from './pickle-machine.ts';
import type { PickleValue, UnpickleOptions } from './pickle-value.ts';
import { UnpickleError } from './pickle-value.ts';

type Operation = (machine: PickleMachine, reader: ByteReader) => void;

const stop = 0x2e;

/** The opcodes of a PyTorch checkpoint, by their byte. Source: the table in CPython's `pickletools`. */
const operations = new Map<number, Operation>([
  [0x80, (_, reader) => requireProtocol(reader.uint8())],
  [0x28, (machine) => machine.pushMark()],
  // None, True, False
  [0x4e, (machine) => machine.push(null)],
  [0x88, (machine) => machine.push(true)],
  [0x89, (machine) => machine.push(false)],
  // BININT1, BININT2, BININT, LONG1, BINUNICODE
  [0x4b, (machine, reader) => machine.push(reader.uint8())],
  [0x4d, (machine, reader) => machine.push(reader.uint16())],
  [0x4a, (machine, reader) => machine.push(reader.int32())],
  [0x8a, (machine, reader) => machine.push(littleEndian(reader.take(reader.uint8())))],
  [0x58, (machine, reader) => machine.push(reader.text(reader.uint32()))],
  // EMPTY_DICT, EMPTY_LIST, EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE
  [0x7d, (machine) => machine.push(new Map())],
  [0x5d, (machine) => machine.push([])],
  [0x29, (machine) => machine.push([])],
  [0x85, (machine) => machine.push([machine.pop()])],
  [0x86, (machine) => machine.push(machine.popPair())],
  [0x74, (machine) => machine.push(machine.popToMark())],
  // APPENDS, SETITEM, SETITEMS
  [0x65, (machine) => machine.append(machine.popToMark())],
  [0x73, (machine) => machine.setItems(machine.popPair())],
  [0x75, (machine) => machine.setItems(machine.popToMark())],
  // BINPUT, LONG_BINPUT, BINGET, LONG_BINGET
  [0x71, (machine, reader) => machine.memoize(reader.uint8())],
  [0x72, (machine, reader) => machine.memoize(reader.uint32())],
  [0x68, (machine, reader) => machine.pushMemoized(reader.uint8())],
  [0x6a, (machine, reader) => machine.pushMemoized(reader.uint32())],
  // GLOBAL, REDUCE, BINPERSID
  [0x63, (machine, reader) => machine.pushGlobal(reader.line(), reader.line())],
  [0x52, (machine) => machine.reduce()],
  [0x51, (machine) => machine.loadPersistent()],
  // BUILD sets attributes of the object below it; a state dict has only `_metadata`, which is not needed.
  [0x62, (machine) => void machine.pop()],
]);

/**
 * Reads a pickle of protocol 2 without executing anything. It supports only the opcodes of a PyTorch checkpoint, and only
 * the globals that the caller allows.
 * @param bytes the file
 * @param start the position of the pickle in the file
 * @returns the value, and the position after STOP
 * @throws UnpickleError for another opcode, global or protocol, or if the file is truncated
 */
export function unpickle(
  bytes: Uint8Array,
  start = 0,
  options: UnpickleOptions = {},
): { value: PickleValue; end: number } {
  const reader = new ByteReader(bytes, start);
  const machine = new PickleMachine(options);
  for (;;) {
    const at = reader.at;
    try {
      const opcode = reader.uint8();
      if (opcode === stop) return { value: machine.pop(), end: reader.at };
      operationOf(opcode)(machine, reader);
    } catch (error) {
      throw new UnpickleError(error instanceof Error ? error.message : String(error), at, error);
    }
  }
}

function operationOf(opcode: number): Operation {
  const operation = operations.get(opcode);
  if (!operation) throw new Error(`opcode 0x${opcode.toString(16)} is not supported`);
  return operation;
}

function requireProtocol(version: number): void {
  if (version !== 2) throw new Error(`protocol ${version}; only protocol 2 is supported`);
}

/** Decodes the little-endian two's complement integer of LONG1. */
function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
  const negative = ((bytes.at(-1) ?? 0) & 0x80) !== 0;
  return negative ? value - (1n << BigInt(8 * bytes.length)) : value;
}
