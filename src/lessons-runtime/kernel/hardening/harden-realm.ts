/**
 * Cells share the built-in objects with the kernel. A change by a cell (`Array.prototype.push = …`, a setter on
 * `Object.prototype`) must neither affect the next cell nor give it access to the kernel's values. The built-in objects are
 * therefore recorded before the first cell and restored whenever the kernel continues after a cell.
 */

/** Copied now, because a cell may replace them on `Reflect`. Called directly, they access no other object. */
const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
const { getPrototypeOf, setPrototypeOf, has } = Reflect;
const { is: isSameValue } = Object;
const { isFinite: isFiniteNumber } = Number;

const objectPrototype = Object.prototype;

/** The recorded state of an object. Its lists are read by index only, because a cell could replace the array iterator. */
interface ObjectSnapshot {
  readonly object: object;
  readonly prototype: object | null;
  readonly keys: readonly PropertyKey[];
  readonly properties: readonly PropertyDescriptor[];
  /** Whether properties may be added, as polyfills do. */
  readonly isExtensible: boolean;
}

/** A record of built-in objects. */
export interface Realm {
  /** Records an object's own properties, not those of its values. Properties may be added to it. */
  protect(object: object): void;
  /** Restores changed properties. Returns `false` if some cannot be restored because a cell froze them. */
  repair(): boolean;
}

/** The globals that the kernel, the compiler and tfjs use. Not `Math` and `console`, because a cell may seed `Math.random`. */
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

/** Returns built-in objects that have no global name: the prototypes of generators, async functions and iterators. */
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
  return [...made, ...iterators].map((each): object => Object.getPrototypeOf(each));
}

/** Records the built-in objects of a realm. Call it before any code of a cell runs. */
export function snapshotRealm(globals: object): Realm {
  const snapshots: ObjectSnapshot[] = [];
  const seen = new Set<unknown>([globals]);

  function record(object: object, isExtensible: boolean): void {
    const keys = ownKeys(object);
    const properties = keys.map((key) => {
      const property = getOwnPropertyDescriptor(object, key) ?? {};
      // Without a prototype, so that properties which a cell adds to `Object.prototype` do not become part of the descriptor.
      setPrototypeOf(property, null);
      return property;
    });
    snapshots.push({ object, prototype: getPrototypeOf(object), keys, properties, isExtensible });
  }

  function walk(value: unknown): void {
    const isFunction = typeof value === 'function';
    if ((!isFunction && typeof value !== 'object') || value === null || seen.has(value)) return;
    seen.add(value);
    const keys = ownKeys(value);
    if (isFunction && keys.length <= 2) {
      // A method, which has only a length and a name. Frozen instead of recorded, because there are thousands of them.
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
    let isRestored = true;
    for (let at = 0; at < bindings.length; at++) {
      const binding = bindings[at];
      if (binding === undefined) continue;
      isRestored = restore(binding.object, binding.name, binding.property) && isRestored;
    }
    return isRestored;
  }

  return {
    protect: (object) => record(object, true),
    repair() {
      let isRestored = true;
      for (let at = 0; at < snapshots.length; at++) {
        const snapshot = snapshots[at];
        if (snapshot !== undefined) isRestored = repairObject(snapshot) && isRestored;
      }
      return repairBindings() && isRestored;
    },
  };
}

interface Binding {
  readonly object: object;
  readonly name: string;
  /** `undefined` if the object must not have the property, because it would hide an inherited one. */
  readonly property: PropertyDescriptor | undefined;
}

/** Returns where a global name is defined, and the objects before it in the prototype chain, which could hide it. */
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

function repairObject({ object, prototype, keys, properties, isExtensible }: ObjectSnapshot): boolean {
  let isRestored = true;
  if (getPrototypeOf(object) !== prototype) isRestored = setPrototypeOf(object, prototype);
  const now = ownKeys(object);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    const property = properties[at];
    if (key !== undefined && property !== undefined)
      isRestored = restore(object, key, property) && isRestored;
  }
  if (now.length === keys.length) return isRestored;
  for (let at = 0; at < now.length; at++) {
    const key = now[at];
    if (key === undefined || isIn(keys, key) || (isExtensible && isHarmless(key, prototype))) continue;
    isRestored = deleteProperty(object, key) && isRestored;
  }
  return isRestored;
}

/** Restores a property if it has changed. Returns whether it has its recorded state. */
function restore(object: object, key: PropertyKey, recorded: PropertyDescriptor | undefined): boolean {
  const current = getOwnPropertyDescriptor(object, key);
  if (recorded === undefined) return current === undefined || deleteProperty(object, key);
  if (current === undefined) return defineProperty(object, key, recorded);
  // `Object.prototype` is restored first, so the descriptors of all other objects inherit no properties of a cell from it.
  if (object === objectPrototype) setPrototypeOf(current, null);
  const isSame =
    isSameValue(current.value, recorded.value) &&
    current.get === recorded.get &&
    current.set === recorded.set &&
    current.writable === recorded.writable &&
    current.enumerable === recorded.enumerable &&
    current.configurable === recorded.configurable;
  return isSame || defineProperty(object, key, recorded);
}

function isIn(keys: readonly PropertyKey[], key: PropertyKey): boolean {
  for (let at = 0; at < keys.length; at++) if (keys[at] === key) return true;
  return false;
}

/** A new method (`Array.prototype.last`) may stay, unless it hides an inherited one or the language itself calls it. */
function isHarmless(key: PropertyKey, prototype: object | null): boolean {
  if (typeof key !== 'string' || isFiniteNumber(+key)) return false;
  if (key === 'then' || key === 'toJSON' || key === 'prepareStackTrace') return false;
  return prototype === null || !has(prototype, key);
}
