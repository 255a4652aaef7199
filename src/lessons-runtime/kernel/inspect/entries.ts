import { isTypedArray } from './is-typed-array.ts';

/** Placeholder for the value of a getter, which is not called because it can have side effects. */
export const unread = Symbol('unread');

/** The first entries of an object and their total number. A `Map` has keys of any type; all other keys are names. */
export interface Entries {
  readonly entries: readonly (readonly [name: string | { readonly of: unknown }, value: unknown])[];
  readonly total: number;
}

/** Returns at most `limit` entries of an object without copying the others. */
export function entriesOf(value: object, limit: number): Entries {
  if (value instanceof Map) {
    const entries = take(value.entries(), limit).map(([key, entry]) => [{ of: key }, entry] as const);
    return { entries, total: value.size };
  }
  if (value instanceof Set) {
    const entries = take(value.values(), limit).map((entry, index) => [String(index), entry] as const);
    return { entries, total: value.size };
  }
  if (Array.isArray(value)) {
    const length = Math.min(value.length, limit);
    const entries = Array.from({ length }, (_, index) => [String(index), own(value, String(index))] as const);
    return { entries, total: value.length };
  }
  if (isTypedArray(value)) {
    const length = Math.min(value.length, limit);
    return {
      entries: Array.from({ length }, (_, index) => [String(index), value[index]] as const),
      total: value.length,
    };
  }
  const names = [...causeNames(value), ...Object.keys(value)];
  const symbols = Object.getOwnPropertySymbols(value).filter((symbol) => isEnumerable(value, symbol));
  const keys = [...names, ...symbols];
  return {
    entries: keys.slice(0, limit).map((key) => [keyText(key), own(value, key)] as const),
    total: keys.length,
  };
}

/** Returns the names of an error's causes, which are not enumerable. */
function causeNames(value: object): readonly string[] {
  if (!(value instanceof Error)) return [];
  return ['cause', 'errors'].filter((name) => Object.hasOwn(value, name) && !isEnumerable(value, name));
}

function isEnumerable(value: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

function keyText(key: string | symbol): string {
  return typeof key === 'symbol' ? `[${String(key)}]` : key;
}

function take<T>(iterator: Iterator<T>, limit: number): readonly T[] {
  const items: T[] = [];
  while (items.length < limit) {
    const { done, value } = iterator.next();
    if (done) break;
    items.push(value);
  }
  return items;
}

/** Returns the value of an own property, or `undefined`. */
function own(object: object, key: string | symbol): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key);
  if (property === undefined) return undefined;
  return 'value' in property ? property.value : unread;
}
