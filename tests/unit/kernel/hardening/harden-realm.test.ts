import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * `snapshotRealm` records the realm that it runs in, and damaging the realm of the test would break the test. So its source is
 * run in a separate realm.
 */
const typed = readFileSync('src/lessons-runtime/kernel/hardening/harden-realm.ts', 'utf8').replaceAll(
  /^export /gm,
  '',
);
const source = ts.transpile(typed, { target: ts.ScriptTarget.ES2022 });

function repairAfter(damage: string, after: string): unknown {
  return runInNewContext(`${source}
    const realm = snapshotRealm(globalThis);
    const own = { kept: 1, added: undefined };
    realm.protect(own);
    ${damage};
    const isRestored = realm.repair();
    [isRestored, ${after}]`);
}

describe('repair restores', () => {
  it.each([
    ['a method replaced', 'Array.prototype.push = null', "[].push.name === 'push'"],
    ['a method deleted', 'delete Map.prototype.get', 'new Map([[1, 2]]).get(1) === 2'],
    [
      'a method replaced by a getter',
      "Object.defineProperty(Set.prototype, 'has', { configurable: true, get() { throw 1 } })",
      'new Set([1]).has(1)',
    ],
    [
      'a getter replaced',
      "Object.defineProperty(Map.prototype, 'size', { configurable: true, value: 9 })",
      'new Map().size === 0',
    ],
    [
      'an iterator',
      'Array.prototype[Symbol.iterator] = Object.getPrototypeOf([].values()).next = null',
      '[...[1, 2]].length === 2',
    ],
    [
      'a generator’s next',
      'Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next = null',
      '[...(function* () { yield 1 })()].length === 1',
    ],
    ['a global', 'globalThis.Promise = null', "Promise.name === 'Promise'"],
    [
      'a replaced prototype',
      'Object.setPrototypeOf(Array.prototype, null)',
      'Object.getPrototypeOf(Array.prototype) === Object.prototype',
    ],
    [
      'properties of Object.prototype',
      'Object.prototype.polluted = 1; Object.prototype.get = 1; Object.prototype.value = 1',
      "!('polluted' in {}) && !('get' in {})",
    ],
    [
      'setters on Object.prototype',
      "for (const name of ['get', 'set', 'value', 'writable', 'configurable']) Object.defineProperty(Object.prototype, name, Object.setPrototypeOf({ configurable: true, get() { throw 1 }, set() { throw 1 } }, null))",
      'Object.keys({ get: 1 }).length === 1',
    ],
    ['then on Array.prototype', 'Array.prototype.then = () => {}', "!('then' in [])"],
    [
      'a symbol',
      'Object.defineProperty(Error, Symbol.hasInstance, { configurable: true, value: () => false })',
      'new Error() instanceof Error',
    ],
    ['an index', 'Array.prototype[0] = 7', '[,][0] === undefined'],
    [
      'a method that hides an inherited one',
      'Uint8Array.prototype.set = null',
      "typeof new Uint8Array(1).set === 'function'",
    ],
    [
      'the functions used for restoring',
      'Reflect.defineProperty = Reflect.ownKeys = Object.is = Object.defineProperty = null; Array.prototype.push = null',
      "typeof [].push === 'function' && typeof Reflect.ownKeys === 'function'",
    ],
    ['a protected object', 'own.kept = 2', 'own.kept === 1'],
  ])('%s', (_, damage, after) => {
    expect(repairAfter(damage, after)).toEqual([true, true]);
  });

  it('keeps new methods of a learner and a seeded Math.random', () => {
    expect(
      repairAfter('Array.prototype.last = function () { return this[this.length - 1] }', '[1, 2].last()'),
    ).toEqual([true, 2]);
    expect(repairAfter('Math.random = () => 4', 'Math.random()')).toEqual([true, 4]);
    expect(repairAfter('own.added = 1; own.more = 2', 'own.more')).toEqual([true, 2]);
  });

  it('prevents adding properties to methods', () => {
    expect(repairAfter('try { [].push.call = 1 } catch {}', "Object.hasOwn([].push, 'call')")).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['frozen', 'Object.freeze(Array.prototype)'],
    ['not configurable', "Object.defineProperty(Object.prototype, 'polluted', { value: 1 })"],
    ['not extensible', 'Object.preventExtensions(Map.prototype); Object.setPrototypeOf'],
    [
      'made unwritable',
      "Object.defineProperty(Map.prototype, 'get', { value: 1, writable: false, configurable: false })",
    ],
  ])('reports what cannot be restored because it is %s', (name, damage) => {
    expect(repairAfter(damage, 'true')).toEqual([name === 'not extensible', true]);
  });
});

it('is fast if nothing was changed', () => {
  const milliseconds: unknown = runInNewContext(
    `${source}
    const realm = snapshotRealm(globalThis);
    const times = Array.from({ length: 30 }, () => {
      const began = now();
      realm.repair();
      return now() - began;
    });
    Math.min(...times)`,
    { now: () => performance.now() },
  );
  expect(milliseconds).toBeLessThan(5);
});
