import type { Tensor } from '@tensorflow/tfjs';
import type { CellFunctions } from './cell-functions.ts';
import type { Origins } from './origins.ts';

/** A name of the lesson, and what it holds. */
export type Root = readonly [name: string, value: unknown];

export interface Reachability {
  /** The tensors and variables in sight, disposed ones too. */
  readonly tensors: ReadonlySet<Tensor>;
  /** Names that lead to something a tensor may hide in: a closure, a promise, a dataset. */
  readonly opaque: ReadonlySet<string>;
  /** `false` where there was too much to look at all of it. */
  readonly isWhole: boolean;
}

export interface ReachabilityRules {
  readonly functions: Pick<CellFunctions, 'mayHold'>;
  readonly origins: Origins;
  /** What is not looked into: tfjs itself, the global object. */
  readonly skip: ReadonlySet<unknown>;
}

/** Objects looked at in one walk. */
const objectLimit = 300_000;
/** A longer list is taken for one where tensors may hide: going through it, holes and all, could take minutes. */
const listLimit = 2_000_000;

/** Follows every name through arrays, objects, maps, models and optimizers to the tensors it leads to. Never throws. */
export function findReachable(
  roots: Iterable<Root>,
  { functions, origins, skip }: ReachabilityRules,
): Reachability {
  const tensors = new Set<Tensor>();
  const opaque = new Set<string>();
  const seen = new Set<unknown>();

  function look(value: object, open: unknown[]): boolean {
    if (isTensor(value)) tensors.add(value);
    if (typeof value === 'function' ? functions.mayHold(value) : isOpaque(value)) return false;
    open.push(origins.of(value));
    for (const part of partsOf(value)) open.push(part);
    return true;
  }

  for (const [name, root] of roots) {
    const open: unknown[] = [root];
    while (open.length > 0) {
      const value = open.pop();
      if (!isObject(value) || seen.has(value) || skip.has(value)) continue;
      if (seen.size >= objectLimit) return { tensors, opaque, isWhole: false };
      seen.add(value);
      try {
        if (!look(value, open)) opaque.add(name);
      } catch {
        // A proxy that throws has something to hide.
        opaque.add(name);
      }
    }
  }
  return { tensors, opaque, isWhole: true };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** By a field that only tfjs's own have: its `instanceof` takes look-alikes. */
function isTensor(value: object): value is Tensor {
  return Object.hasOwn(value, 'isDisposedInternal');
}

const opaqueTags = /(?:Promise|Weak(?:Map|Set|Ref)|Generator|Iterator|Helper)\]$/;

/** The language's own prototypes of generators: what inherits from them right away is a `prototype`, and no generator. */
const generatorPrototypes: readonly unknown[] = [function* () {}, async function* () {}].flatMap((made) => {
  const own: unknown = Object.getPrototypeOf(made).prototype;
  return [own, Object.getPrototypeOf(own)];
});

/** Whether an object keeps things where nobody sees them. */
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
    // By index, without the properties of each: a list of a million numbers is nothing rare.
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (isObject(item)) yield item;
    }
    return;
  }
  const isLayer = 'inboundNodes' in value;
  for (const key of Reflect.ownKeys(value)) {
    // A layer's way forward to whatever was ever put on it: nobody uses it, and old heads would never be let go.
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
