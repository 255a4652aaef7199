import type { Tensor } from '@tensorflow/tfjs';
import type { CellFunctions } from './cell-functions.ts';
import type { Origins } from './origins.ts';

/** A name of the lesson with its value. */
export type Root = readonly [name: string, value: unknown];

/** The result of a walk from the lesson's names. */
export interface Reachability {
  /** The reachable tensors and variables, including disposed ones. */
  readonly tensors: ReadonlySet<Tensor>;
  /** Names that lead to an object that may hold tensors out of reach: a closure, a promise, a dataset. */
  readonly opaque: ReadonlySet<string>;
  /** `false` if the walk ended at the limit of objects. */
  readonly isComplete: boolean;
}

export interface ReachabilityRules {
  readonly functions: Pick<CellFunctions, 'mayHold'>;
  readonly origins: Origins;
  /** Objects that are not visited: tfjs itself, the global object. */
  readonly skip: ReadonlySet<unknown>;
}

/** The maximum number of objects in one walk. */
const objectLimit = 300_000;
/** A longer array counts as opaque, because iterating over it, including its holes, could take minutes. */
const listLimit = 2_000_000;

/** Follows names through arrays, objects, maps, models and optimizers to tensors. Never throws. */
export function findReachable(
  roots: Iterable<Root>,
  { functions, origins, skip }: ReachabilityRules,
): Reachability {
  const tensors = new Set<Tensor>();
  const opaque = new Set<string>();
  const seen = new Set<unknown>();

  /** Adds the objects that a value refers to. Returns `false` if the value is opaque. */
  function visit(value: object, pending: unknown[]): boolean {
    if (isTensor(value)) tensors.add(value);
    if (typeof value === 'function' ? functions.mayHold(value) : isOpaque(value)) return false;
    pending.push(origins.of(value));
    for (const part of partsOf(value)) pending.push(part);
    return true;
  }

  for (const [name, root] of roots) {
    const pending: unknown[] = [root];
    while (pending.length > 0) {
      const value = pending.pop();
      if (!isObject(value) || seen.has(value) || skip.has(value)) continue;
      if (seen.size >= objectLimit) return { tensors, opaque, isComplete: false };
      seen.add(value);
      try {
        if (!visit(value, pending)) opaque.add(name);
      } catch {
        // A proxy that throws may hold tensors.
        opaque.add(name);
      }
    }
  }
  return { tensors, opaque, isComplete: true };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Recognizes a tensor by a field of tfjs, because `instanceof tf.Tensor` accepts any object of a similar shape. */
function isTensor(value: object): value is Tensor {
  return Object.hasOwn(value, 'isDisposedInternal');
}

const opaqueTags = /(?:Promise|Weak(?:Map|Set|Ref)|Generator|Iterator|Helper)\]$/;

/** The built-in prototypes of generators. An object that inherits directly from them is a `prototype`, not a generator. */
const generatorPrototypes: readonly unknown[] = [function* () {}, async function* () {}].flatMap((made) => {
  const own: unknown = Object.getPrototypeOf(made).prototype;
  return [own, Object.getPrototypeOf(own)];
});

/** Returns whether an object may refer to values that a walk over its properties cannot find. */
function isOpaque(value: object): boolean {
  if (Array.isArray(value)) return value.length > listLimit;
  if (!opaqueTags.test(Object.prototype.toString.call(value))) return false;
  return ![value, Object.getPrototypeOf(value)].some((each) => generatorPrototypes.includes(each));
}

function* partsOf(value: object): Iterable<unknown> {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return;
  if (value instanceof Map) yield* value.keys();
  if (value instanceof Map || value instanceof Set) yield* value.values();
  yield Object.getPrototypeOf(value);
  if (Array.isArray(value)) {
    // By index instead of by property descriptors, because lists of a million numbers are common.
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (isObject(item)) yield item;
    }
    return;
  }
  const isLayer = 'inboundNodes' in value;
  for (const key of Reflect.ownKeys(value)) {
    // A layer's links to all layers ever applied to its output. Following them would keep replaced heads alive.
    if (isLayer && key === 'outboundNodes') continue;
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property === undefined) continue;
    if ('value' in property) {
      if (isObject(property.value)) yield property.value;
    } else {
      yield property.get;
      yield property.set;
    }
  }
}
