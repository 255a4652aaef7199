import type { ValueNode } from '../../protocol/output.ts';

const entryLimit = 100;
const depthLimit = 6;
const textLimit = 10_000;

/** Any value as an expandable tree. Getters are not called; cycles and depth end in a leaf. */
export function valueTree(value: unknown, seen: readonly object[] = []): ValueNode {
  if (typeof value === 'string') return { type: 'string', text: clip(JSON.stringify(value)) };
  if (typeof value === 'bigint') return { type: 'number', text: `${value}n` };
  if (typeof value === 'number') return { type: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
  if (typeof value === 'function') return functionLeaf(value);
  if (typeof value !== 'object' || value === null) return { type: typeof value, text: String(value) };
  if (seen.includes(value)) return { type: 'cycle', text: '↻' };

  const text = summary(value);
  if (value instanceof Date || value instanceof RegExp) return { type: 'object', text };
  if (seen.length >= depthLimit) return { type: 'object', text: `${text} …` };
  const { entries, total } = entriesOf(value);
  const path = [...seen, value];
  return {
    type: 'object',
    text,
    entries: entries.map(([name, entry]) => [name, valueTree(entry, path)] as const),
    omitted: Math.max(0, total - entries.length),
  };
}

function functionLeaf(value: { readonly name: string }): ValueNode {
  const isClass = Function.prototype.toString.call(value).startsWith('class');
  return { type: 'function', text: `${isClass ? 'class' : 'ƒ'} ${value.name || '(anonymous)'}` };
}

function clip(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** One line for an object: `Array(3)`, `Map(2)`, `Point`, `Error: message`. */
function summary(value: object): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  const name = constructorName(value);
  if (Array.isArray(value)) return `Array(${value.length})`;
  if (value instanceof Map || value instanceof Set) return `${name}(${value.size})`;
  if (ArrayBuffer.isView(value) && 'length' in value) return `${name}(${String(value.length)})`;
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  return name;
}

function constructorName(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return 'Object';
  const maker = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof maker === 'function' && maker.name !== '' ? maker.name : 'Object';
}

function entriesOf(value: object): {
  readonly entries: readonly (readonly [string, unknown])[];
  readonly total: number;
} {
  if (value instanceof Map) {
    const entries = [...value].slice(0, entryLimit);
    return {
      entries: entries.map(([key, entry]) => [valueTree(key).text, entry] as const),
      total: value.size,
    };
  }
  if (value instanceof Set) {
    const entries = [...value].slice(0, entryLimit);
    return { entries: entries.map((entry, index) => [String(index), entry] as const), total: value.size };
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const list = Array.from(value as unknown as ArrayLike<unknown>).slice(0, entryLimit);
    return { entries: list.map((entry, index) => [String(index), entry] as const), total: lengthOf(value) };
  }
  const names = Object.keys(value);
  return {
    entries: names.slice(0, entryLimit).map((name) => [name, read(value, name)] as const),
    total: names.length,
  };
}

function lengthOf(value: object): number {
  return 'length' in value ? Number(value.length) : 0;
}

function read(value: object, name: string): unknown {
  const property = Object.getOwnPropertyDescriptor(value, name);
  return property !== undefined && 'value' in property ? property.value : '(…)';
}

/** Text as `console.log` prints it: strings bare, everything else as its tree on one line. */
export function printed(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : flat(valueTree(value)))).join(' ');
}

function flat(node: ValueNode, depth = 0): string {
  if (node.entries === undefined) return node.text;
  if (depth > 1 || node.entries.length === 0) return node.text === 'Object' ? '{…}' : node.text;
  const isList = /^(Array|Set|\w+Array)\(/.test(node.text);
  const inner = node.entries.map(([name, entry]) => (isList ? '' : `${name}: `) + flat(entry, depth + 1));
  if (node.omitted !== undefined && node.omitted > 0) inner.push('…');
  const label = node.text === 'Object' || node.text.startsWith('Array(') ? '' : `${node.text} `;
  return isList ? `${label}[${inner.join(', ')}]` : `${label}{ ${inner.join(', ')} }`;
}
