/** Stands for a value that is not read: a getter could do anything. */
export const unread = Symbol('unread');

/** The first entries of an object, and how many it has. A key of a `Map` is any value; all others are names. */
export interface Entries {
  readonly entries: readonly (readonly [name: string | { readonly of: unknown }, value: unknown])[];
  readonly total: number;
}

/** Reads at most `limit` entries, however many there are: a list of millions must not be copied to show a hundred. */
export function entriesOf(value: object, limit: number): Entries {
  if (value instanceof Map) {
    const entries = firstOf(value.entries(), limit).map(([key, entry]) => [{ of: key }, entry] as const);
    return { entries, total: value.size };
  }
  if (value instanceof Set) {
    const entries = firstOf(value.values(), limit).map((entry, index) => [String(index), entry] as const);
    return { entries, total: value.size };
  }
  if (Array.isArray(value)) {
    const length = Math.min(value.length, limit);
    const entries = Array.from({ length }, (_, index) => [String(index), own(value, String(index))] as const);
    return { entries, total: value.length };
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const list = value as unknown as ArrayLike<unknown>;
    const length = Math.min(list.length, limit);
    return {
      entries: Array.from({ length }, (_, index) => [String(index), list[index]] as const),
      total: list.length,
    };
  }
  const names = [...hiddenNames(value), ...Object.keys(value)];
  const symbols = Object.getOwnPropertySymbols(value).filter((symbol) => isEnumerable(value, symbol));
  const keys = [...names, ...symbols];
  return {
    entries: keys.slice(0, limit).map((key) => [keyText(key), own(value, key)] as const),
    total: keys.length,
  };
}

/** What led to an error is no enumerable property of it. */
function hiddenNames(value: object): readonly string[] {
  if (!(value instanceof Error)) return [];
  return ['cause', 'errors'].filter((name) => Object.hasOwn(value, name) && !isEnumerable(value, name));
}

function isEnumerable(value: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

function keyText(key: string | symbol): string {
  return typeof key === 'symbol' ? `[${String(key)}]` : key;
}

function firstOf<T>(iterator: Iterator<T>, limit: number): readonly T[] {
  const items: T[] = [];
  while (items.length < limit) {
    const { done, value } = iterator.next();
    if (done) break;
    items.push(value);
  }
  return items;
}

/** A property's value, `undefined` where there is none. */
function own(object: object, key: string | symbol): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key);
  if (property === undefined) return undefined;
  return 'value' in property ? property.value : unread;
}
