/**
 * Cells run among the very objects that the kernel stands on. What a cell does to them (`Array.prototype.push = …`, a
 * setter on `Object.prototype`) must not reach the next cell, nor let it see what passes through the kernel's hands: so
 * they are recorded before the first cell, and put back whenever the kernel gets its turn.
 */

/** Taken now: a cell may replace them on `Reflect`, but not here. Called directly, they ask no other object for anything. */
const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
const { getPrototypeOf, setPrototypeOf, has } = Reflect;
const { is: isSameValue } = Object;
const { isFinite: isFiniteNumber } = Number;

const objectPrototype = Object.prototype;

/** An object of the language as it was. Lists are read by index only: their iterators could be a cell's. */
interface Saved {
  readonly object: object;
  readonly prototype: object | null;
  readonly keys: readonly PropertyKey[];
  readonly properties: readonly PropertyDescriptor[];
  /** Whether names that were not there may be added, as polyfills do. */
  readonly isOpen: boolean;
}

/** Objects recorded, to be put back. */
export interface Realm {
  /** Records an object's own properties, but nothing below it. New ones may be added to it. */
  protect(object: object): void;
  /** Puts back what was changed. @returns whether all could be: what a cell froze or nailed down cannot */
  repair(): boolean;
}

/** What the kernel, the compiler and tfjs use. Not `Math` and `console`: a cell may well seed `Math.random`. */
const names = [
  ...[
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'BigInt',
    'Symbol',
    'RegExp',
    'Date',
    'Promise',
  ],
  ...[
    'Proxy',
    'Reflect',
    'JSON',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'Iterator',
    'ArrayBuffer',
    'DataView',
  ],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ],
  ...[
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
  ],
  ...[
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'FinalizationRegistry',
    'DOMException',
  ],
  ...[
    'Event',
    'ErrorEvent',
    'MessageEvent',
    'PromiseRejectionEvent',
    'EventTarget',
    'MessageChannel',
    'MessagePort',
  ],
  ...[
    'Blob',
    'URL',
    'Request',
    'Response',
    'Headers',
    'TextEncoder',
    'TextDecoder',
    'AbortController',
    'AbortSignal',
  ],
  ...[
    'ImageData',
    'ImageBitmap',
    'OffscreenCanvas',
    'OffscreenCanvasRenderingContext2D',
    'Performance',
    'performance',
  ],
  ...[
    'eval',
    'isFinite',
    'isNaN',
    'parseFloat',
    'parseInt',
    'fetch',
    'structuredClone',
    'queueMicrotask',
    'reportError',
  ],
  ...[
    'setTimeout',
    'setInterval',
    'clearTimeout',
    'clearInterval',
    'requestAnimationFrame',
    'cancelAnimationFrame',
  ],
  ...[
    'createImageBitmap',
    'postMessage',
    'close',
    'addEventListener',
    'removeEventListener',
    'dispatchEvent',
  ],
];

/** Objects that only syntax leads to: what generators, async functions and iterators inherit from. */
function hiddenIntrinsics(): readonly object[] {
  const made = [
    function* () {},
    async function* () {},
    async () => {},
    (function* () {})(),
    (async function* () {})(),
  ];
  const iterators = [
    [].values(),
    new Map().values(),
    new Set().values(),
    ''[Symbol.iterator](),
    ''.matchAll(/x/g),
  ];
  return [...made, ...iterators].map((each) => Object.getPrototypeOf(each) as object);
}

export function snapshotRealm(globals: object): Realm {
  const saved: Saved[] = [];
  const seen = new Set<unknown>([globals]);

  function record(object: object, isOpen: boolean): void {
    const keys = ownKeys(object);
    const properties = keys.map((key) => {
      const property = getOwnPropertyDescriptor(object, key) ?? {};
      // Without a prototype, what a cell adds to `Object.prototype` is not taken for a part of it.
      setPrototypeOf(property, null);
      return property;
    });
    saved.push({ object, prototype: getPrototypeOf(object), keys, properties, isOpen });
  }

  function walk(value: unknown): void {
    const isFunction = typeof value === 'function';
    if ((!isFunction && typeof value !== 'object') || value === null || seen.has(value)) return;
    seen.add(value);
    const keys = ownKeys(value);
    if (isFunction && keys.length <= 2) {
      // A method: a length and a name. Nobody has any business adding to it (`push.call = …`), and there are thousands.
      Object.freeze(value);
      return;
    }
    record(value, value !== objectPrototype);
    walk(getPrototypeOf(value));
    for (const key of keys) {
      const { value: held, get, set } = getOwnPropertyDescriptor(value, key) ?? {};
      for (const part of [held, get, set]) walk(part);
    }
  }

  walk(objectPrototype);
  for (const name of names) walk(Reflect.get(globals, name));
  for (const object of hiddenIntrinsics()) walk(object);
  const bindings = names.flatMap((name) => bindingsOf(globals, name));

  function repairBindings(): boolean {
    let whole = true;
    for (let at = 0; at < bindings.length; at++) {
      const binding = bindings[at];
      if (binding !== undefined) whole = restore(binding.object, binding.name, binding.property) && whole;
    }
    return whole;
  }

  return {
    protect: (object) => record(object, true),
    repair() {
      let whole = true;
      for (let at = 0; at < saved.length; at++) {
        const entry = saved[at];
        if (entry !== undefined) whole = repairObject(entry) && whole;
      }
      return repairBindings() && whole;
    },
  };
}

interface Binding {
  readonly object: object;
  readonly name: string;
  /** `undefined` where there is none, and none may be: it would hide the one that is inherited. */
  readonly property: PropertyDescriptor | undefined;
}

/** A global name where it is, or where it could come to hide what the global object inherits. */
function bindingsOf(globals: object, name: string): readonly Binding[] {
  const bindings: Binding[] = [];
  for (let object: object | null = globals; object !== null; object = getPrototypeOf(object)) {
    const property = getOwnPropertyDescriptor(object, name);
    if (property !== undefined) setPrototypeOf(property, null);
    bindings.push({ object, name, property });
    if (property !== undefined) return bindings;
  }
  return [];
}

function repairObject({ object, prototype, keys, properties, isOpen }: Saved): boolean {
  let whole = true;
  if (getPrototypeOf(object) !== prototype) whole = setPrototypeOf(object, prototype);
  const now = ownKeys(object);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    const property = properties[at];
    if (key !== undefined && property !== undefined) whole = restore(object, key, property) && whole;
  }
  if (now.length === keys.length) return whole;
  for (let at = 0; at < now.length; at++) {
    const key = now[at];
    if (key === undefined || isIn(keys, key) || (isOpen && isHarmless(key, prototype))) continue;
    whole = deleteProperty(object, key) && whole;
  }
  return whole;
}

/** Puts one property back where it is not as it was. */
function restore(object: object, key: PropertyKey, was: PropertyDescriptor | undefined): boolean {
  const is = getOwnPropertyDescriptor(object, key);
  if (was === undefined) return is === undefined || deleteProperty(object, key);
  if (is === undefined) return defineProperty(object, key, was);
  // All else is read after `Object.prototype` was put back: what a descriptor lacks, it does not find there.
  if (object === objectPrototype) setPrototypeOf(is, null);
  const isSame =
    isSameValue(is.value, was.value) &&
    is.get === was.get &&
    is.set === was.set &&
    is.writable === was.writable &&
    is.enumerable === was.enumerable &&
    is.configurable === was.configurable;
  return isSame || defineProperty(object, key, was);
}

function isIn(keys: readonly PropertyKey[], key: PropertyKey): boolean {
  for (let at = 0; at < keys.length; at++) if (keys[at] === key) return true;
  return false;
}

/** A method of a learner's own (`Array.prototype.last`) may stay; what hides another or is asked for by the language may not. */
function isHarmless(key: PropertyKey, prototype: object | null): boolean {
  if (typeof key !== 'string' || isFiniteNumber(+key)) return false;
  if (key === 'then' || key === 'toJSON' || key === 'prepareStackTrace') return false;
  return prototype === null || !has(prototype, key);
}
