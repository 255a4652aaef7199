import { describe, expect, it } from 'vitest';
import { createScope } from '../../../src/lessons-runtime/worker/scope.ts';

type Bindings = Record<string, unknown>;

function open(globals: object = {}, builtins: Readonly<Record<string, unknown>> = {}) {
  const scope = createScope(globals, builtins);
  return { scope, $: scope.bindings as Bindings };
}
const declare = (name: string, kind: 'const' | 'let' | 'var' | 'import' | 'function' | 'class') => [
  { name, kind },
];

describe('names outside every cell', () => {
  it('are the global object’s, getters and late ones too', () => {
    const globals: Bindings = { early: 1 };
    Object.defineProperty(globals, 'computed', { get: () => 2, configurable: true });
    const { $ } = open(globals);
    globals['late'] = 3;
    expect([$['early'], $['computed'], $['late'], 'late' in $, 'never' in $]).toEqual([1, 2, 3, true, false]);
  });

  it('are a ReferenceError where there are none, read or written', () => {
    const { $ } = open();
    expect(() => $['missing']).toThrow(new ReferenceError('missing is not defined'));
    expect(() => {
      $['missing'] = 1;
    }).toThrow(new ReferenceError('missing is not defined'));
    expect(Object.keys($)).toEqual([]);
  });

  it('may be assigned where they are late', () => {
    const globals: Bindings = {};
    const { $ } = open(globals);
    globals['late'] = 1;
    $['late'] = 2;
    expect([globals['late'], Object.hasOwn($, 'late')]).toEqual([2, false]);
  });

  it('answer an engine that asks by symbol', () => {
    const { $ } = open();
    expect(Reflect.get($, Symbol.toPrimitive)).toBeUndefined();
    expect(Object.prototype.toString.call($)).toBe('[object Object]');
  });

  it('come after builtins, and builtins after cells', () => {
    const { scope, $ } = open({ tf: 'global' }, { tf: 'builtin' });
    expect($['tf']).toBe('builtin');
    scope.open(declare('tf', 'const'), 'a');
    $['tf'] = 'cell';
    expect($['tf']).toBe('cell');
  });
});

describe('names of a cell', () => {
  it.each([
    'const',
    'import',
  ] as const)('declared %s are fixed once it ran, and free again in its next run', (kind) => {
    const { scope, $ } = open();
    scope.open(declare('x', kind), 'a');
    $['x'] = 1;
    scope.close(declare('x', kind));
    expect(() => {
      $['x'] = 2;
    }).toThrow(TypeError);
    scope.open(declare('x', kind), 'a');
    expect($['x']).toBeUndefined();
    $['x'] = 3;
    expect($['x']).toBe(3);
  });

  it.each(['let', 'function', 'class', 'var'] as const)('declared %s stay writable', (kind) => {
    const { scope, $ } = open();
    scope.open(declare('x', kind), 'a');
    $['x'] = 1;
    scope.close(declare('x', kind));
    $['x'] = 2;
    expect($['x']).toBe(2);
  });

  it('declared var keep their value when declared again; let do not', () => {
    const { scope, $ } = open();
    for (const kind of ['var', 'let'] as const) {
      scope.open(declare(kind, kind), 'a');
      $[kind] = 1;
      scope.open(declare(kind, kind), 'b');
    }
    expect([$['var'], $['let']]).toEqual([1, undefined]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'])('may be called %s', (name) => {
    const { scope, $ } = open();
    scope.open(declare(name, 'const'), 'a');
    Object.defineProperty($, name, { value: 7 });
    scope.close(declare(name, 'const'));
    expect($[name]).toBe(7);
    expect(scope.declaredBy(name)).toBe('a');
  });

  it('belong to the cell that declared them last', () => {
    const { scope } = open();
    scope.open(declare('x', 'let'), 'a');
    scope.open(declare('x', 'let'), 'b');
    expect([scope.declaredBy('x'), scope.declaredBy('y')]).toEqual(['b', undefined]);
  });
});
