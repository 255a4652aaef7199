/**
 * More than any honest message holds. The page looks at every value before it looks at what a message says, and a tree in
 * which branches are shared can be wider than any memory: so they are counted first, and counting stops in time.
 */
const limits = { values: 1_000_000, letters: 8_000_000, depth: 64 };

/** Whether a message is small enough to be looked at, and holds nothing but plain data: the letters of names count too. */
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
    // What waits counts as well: a million lists of a million each must not be put down first.
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
