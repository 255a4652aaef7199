import type { HostTensor } from '../convert-efficientnet-lite0/read-checkpoint.ts';
import { type Field, type FieldValue, readFields, readPackedVarints } from './protobuf.ts';

/** An operation of a TensorFlow graph, with the attributes that this tool reads. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  /** Attributes that are a string, such as `padding`. */
  readonly strings: Readonly<Record<string, string>>;
  /** Attributes that are a list of integers, such as `strides`. */
  readonly integerLists: Readonly<Record<string, readonly number[]>>;
  /** The value of a float32 constant; `null` for any other operation. */
  readonly tensor: HostTensor | null;
}

/*
 * Field numbers of graph.proto, node_def.proto, attr_value.proto, tensor.proto and tensor_shape.proto of TensorFlow.
 */
const graphDef = { node: 1 };
const nodeDef = { name: 1, op: 2, input: 3, attr: 5 };
const mapEntry = { key: 1, value: 2 };
const attrValue = { list: 1, s: 2, tensor: 8 };
const listValue = { i: 3 };
const tensorProto = { dtype: 1, shape: 2, content: 4, floats: 5 };
const tensorShape = { dim: 2 };
const dimension = { size: 1 };
const float32 = 1;

/**
 * Reads the operations of a serialized `GraphDef` by name.
 * @throws {Error} if the bytes are not such a message
 */
export function readGraph(bytes: Uint8Array): ReadonlyMap<string, GraphNode> {
  const nodes = [...readFields(bytes)].filter(({ number }) => number === graphDef.node).map(readNode);
  return new Map(nodes.map((node) => [node.name, node]));
}

function readNode({ value }: Field): GraphNode {
  const fields = [...readFields(bytesOf(value))];
  const all = (number: number) => fields.filter((field) => field.number === number);
  const strings: Record<string, string> = {};
  const integerLists: Record<string, readonly number[]> = {};
  let tensor: HostTensor | null = null;
  for (const entry of all(nodeDef.attr)) {
    const pair = [...readFields(bytesOf(entry.value))];
    const key = textOf(pair, mapEntry.key);
    for (const attr of readFields(bytesOf(firstOf(pair, mapEntry.value) ?? new Uint8Array()))) {
      if (attr.number === attrValue.s) strings[key] = decode(attr.value);
      if (attr.number === attrValue.list) integerLists[key] = readIntegers(bytesOf(attr.value));
      if (attr.number === attrValue.tensor && key === 'value') tensor = readTensor(bytesOf(attr.value));
    }
  }
  return {
    name: textOf(fields, nodeDef.name),
    op: textOf(fields, nodeDef.op),
    inputs: all(nodeDef.input).map((input) => decode(input.value)),
    strings,
    integerLists,
    tensor,
  };
}

function readIntegers(list: Uint8Array): readonly number[] {
  return [...readFields(list)]
    .filter(({ number }) => number === listValue.i)
    .flatMap(({ value }) => (typeof value === 'number' ? [value] : readPackedVarints(value)));
}

/** Returns the tensor, or `null` if its dtype is not float32. @throws {Error} if the number of values does not match the shape */
function readTensor(message: Uint8Array): HostTensor | null {
  const fields = [...readFields(message)];
  if (firstOf(fields, tensorProto.dtype) !== float32) return null;
  const shape = [...readFields(bytesOf(firstOf(fields, tensorProto.shape) ?? new Uint8Array()))]
    .filter(({ number }) => number === tensorShape.dim)
    .map(({ value }) => Number(firstOf([...readFields(bytesOf(value))], dimension.size) ?? 0));
  const size = shape.reduce((product, extent) => product * extent, 1);
  const content = firstOf(fields, tensorProto.content) ?? firstOf(fields, tensorProto.floats);
  const data = floatsOf(bytesOf(content ?? new Uint8Array()));
  // TensorFlow stores a tensor of equal values as a single value.
  if (data.length === 1) return { shape, data: new Float32Array(size).fill(data[0] ?? 0) };
  if (data.length !== size) throw new Error(`a tensor of [${shape.join()}] holds ${data.length} values`);
  return { shape, data };
}

/** Converts bytes to floats; copies them, because their offset need not be a multiple of four. */
function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}

function firstOf(fields: readonly Field[], number: number): FieldValue | undefined {
  return fields.find((field) => field.number === number)?.value;
}

function textOf(fields: readonly Field[], number: number): string {
  return decode(firstOf(fields, number) ?? new Uint8Array());
}

function decode(value: FieldValue): string {
  return new TextDecoder().decode(bytesOf(value));
}

function bytesOf(value: FieldValue): Uint8Array {
  if (typeof value === 'number') throw new Error('expected a field with a length, found a number');
  return value;
}
