import type { ValueNode } from '../../protocol/output.ts';
import { type Entries, entriesOf, unread } from './entries.ts';
import { summaryOf } from './summary.ts';

const entryLimit = 100;
const depthLimit = 6;
const textLimit = 10_000;
/** The limit for a tree, because the page creates an element for each node. */
const nodeLimit = 5000;

/** Returns the positions in cells of a stack trace, innermost first. */
export type TraceOf = (
  stack: string,
) => readonly { readonly cell: string; readonly line: number; readonly column: number }[];

interface Walk {
  /** The enclosing objects. */
  readonly path: readonly object[];
  readonly budget: { nodes: number };
  readonly traceOf: TraceOf;
}

/**
 * Returns any value as an expandable tree. Getters are not called; cycles end in a leaf, and depth and size are limited. A value
 * that throws when it is read, as some proxies do, becomes `(…)`. Never throws.
 */
export function valueTree(value: unknown, traceOf: TraceOf = () => []): ValueNode {
  return nodeOf(value, { path: [], budget: { nodes: nodeLimit }, traceOf });
}

function nodeOf(value: unknown, walk: Walk): ValueNode {
  if (value === unread) return { type: 'undefined', text: '(…)' };
  try {
    return read(value, walk);
  } catch {
    return { type: typeof value, text: '(…)' };
  }
}

function read(value: unknown, { path, budget, traceOf }: Walk): ValueNode {
  if (typeof value === 'string') return { type: 'string', text: clip(JSON.stringify(clip(value))) };
  if (typeof value === 'bigint') return { type: 'number', text: clip(`${value}n`) };
  if (typeof value === 'number') return { type: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
  if (typeof value === 'function') return functionLeaf(value);
  if (typeof value !== 'object' || value === null) return { type: typeof value, text: clip(String(value)) };
  if (path.includes(value)) return { type: 'cycle', text: '↻' };
  // The result is not available synchronously; the page suggests to await it.
  if (value instanceof Promise) return { type: 'promise', text: 'Promise' };

  const { text, isComplete } = summaryOf(value);
  if (isComplete) return { type: 'object', text: clip(text) };
  if (path.length >= depthLimit) return { type: 'object', text: clip(`${text} …`) };
  const { entries, total } = entriesOf(value, Math.min(entryLimit, budget.nodes));
  budget.nodes -= entries.length;
  const within: Walk = { path: [...path, value], budget, traceOf };
  const isError = value instanceof Error;
  return {
    type: isError ? 'error' : 'object',
    text: clip(text),
    entries: [...named(entries, within), ...(isError ? stackEntry(value, traceOf) : [])],
    omitted: Math.max(0, total - entries.length),
  };
}

function named(entries: Entries['entries'], walk: Walk): readonly (readonly [string, ValueNode])[] {
  return entries.map(([key, entry]) => {
    const name = typeof key === 'string' ? key : nodeOf(key.of, { ...walk, budget: { nodes: 0 } }).text;
    return [clip(name), nodeOf(entry, walk)] as const;
  });
}

/** Returns the entry with the positions in cells where an error was created. */
function stackEntry(error: Error, traceOf: TraceOf): readonly (readonly [string, ValueNode])[] {
  const places = traceOf(String(error.stack)).map(({ cell, line, column }) => `${cell}:${line}:${column}`);
  return places.length === 0 ? [] : [['stack', { type: 'place', text: clip(places.join(' ← ')) }]];
}

function functionLeaf(value: { readonly name: string }): ValueNode {
  const isClass = Function.prototype.toString.call(value).startsWith('class');
  return { type: 'function', text: clip(`${isClass ? 'class' : 'ƒ'} ${value.name || '(anonymous)'}`) };
}

function clip(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** Returns values as `console.log` prints them: strings without quotes, other values as a tree on one line. */
export function printed(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? clip(value) : flat(valueTree(value)))).join(' ');
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
