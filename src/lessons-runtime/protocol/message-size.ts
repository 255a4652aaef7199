/**
 * More than any message of an honest worker. Schemas visit every value, and a message whose branches are shared can expand to
 * more values than fit into memory, so the values are counted first, and counting stops at the limit.
 */
const limits = { values: 1_000_000, letters: 8_000_000, depth: 64 };

/** Returns whether a message holds only plain data and is small enough to be parsed. Characters of property names count. */
export function isReadableSize(message: unknown): boolean {
  let { values, letters } = limits;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    values -= 1;
    if (typeof value === 'string') letters -= value.length;
    if (values < 0 || letters < 0) return false;
    if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) continue;
    if (ArrayBuffer.isView(value)) {
      values -= value.byteLength / 4;
      continue;
    }
    if (depth >= limits.depth || !isPlain(value)) return false;
    const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    // Checked before queueing as well, because a million lists of a million items each would exhaust memory.
    if (inner.length > values) return false;
    for (const each of inner) waiting.push({ value: each, depth: depth + 1 });
    if (waiting.length > values) return false;
    if (!Array.isArray(value)) for (const name of Object.keys(value)) letters -= name.length;
  }
  return values >= 0 && letters >= 0;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
