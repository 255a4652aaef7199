import { describe, expect, it } from 'vitest';
import { createScope } from '../../../src/lessons-runtime/kernel/scope.ts';

type Bindings = Record<string, unknown>;

function open(globals: object = {}, builtins: Readonly<Record<string, unknown>> = {}) {
  const scope = createScope(globals, builtins);
  return { scope, $: scope.bindings as Bindings };
}
const declare = (name: string, kind: 'const' | 'let' | 'var' | 'import' | 'function' | 'class') => [
  { name, kind, mark: 1 },
];

describe('names that no cell declares', () => {
  it('are those of the global object, including getters and later ones', () => {
    const globals: Bindings = { early: 1 };
    Object.defineProperty(globals, 'computed', { get: () => 2, configurable: true });
    const { $ } = open(globals);
    globals['late'] = 3;
    expect([$['early'], $['computed'], $['late'], 'late' in $, 'never' in $]).toEqual([1, 2, 3, true, false]);
  });

  it('throw a ReferenceError if the global object lacks them', () => {
    const { $ } = open();
    expect(() => $['missing']).toThrow(new ReferenceError('missing is not defined'));
    expect(() => {
      $['missing'] = 1;
    }).toThrow(new ReferenceError('missing is not defined'));
    expect(Object.keys($)).toEqual([]);
  });

  it('can be assigned on the global object', () => {
    const globals: Bindings = {};
    const { $ } = open(globals);
    globals['late'] = 1;
    $['late'] = 2;
    expect([globals['late'], Object.hasOwn($, 'late')]).toEqual([2, false]);
  });

  it('return undefined for symbols', () => {
    const { $ } = open();
    expect(Reflect.get($, Symbol.toPrimitive)).toBeUndefined();
    expect(Object.prototype.toString.call($)).toBe('[object Object]');
  });

  it('are hidden by builtins, which are hidden by cells', () => {
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
  ] as const)('declared %s are read-only after the run and writable in the next run', (kind) => {
    const { scope, $ } = open();
    scope.open(declare('x', kind), 'a');
    $['x'] = 1;
    scope.close(declare('x', kind), 1);
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
    scope.close(declare('x', kind), 1);
    $['x'] = 2;
    expect($['x']).toBe(2);
  });

  it('declared var keep their value when redeclared, those declared let do not', () => {
    const { scope, $ } = open();
    for (const kind of ['var', 'let'] as const) {
      scope.open(declare(kind, kind), 'a');
      $[kind] = 1;
      scope.close(declare(kind, kind), 1);
      scope.open(declare(kind, kind), 'b');
      expect($[kind]).toBe(kind === 'var' ? 1 : undefined);
    }
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'])('can be called %s', (name) => {
    const { scope, $ } = open();
    scope.open(declare(name, 'const'), 'a');
    Object.defineProperty($, name, { value: 7 });
    scope.close(declare(name, 'const'), 1);
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

describe('a released name', () => {
  /** Runs a cell that declares names and assigns the given values; without all values it ends early. */
  function run(
    { scope, $ }: ReturnType<typeof open>,
    cell: string,
    kinds: Readonly<Record<string, Parameters<typeof declare>[1]>>,
    values: Bindings,
    isWhole = Object.keys(values).length === Object.keys(kinds).length,
  ) {
    const declares = Object.entries(kinds).flatMap(([name, kind]) => declare(name, kind));
    scope.open(declares, cell);
    Object.assign($, values);
    scope.close(declares, isWhole ? 1 : 0);
  }

  const kinds = ['const', 'let', 'var', 'import', 'function', 'class'] as const;

  it.each(kinds)('returns to the builtins if its %s was not reached', (kind) => {
    const lesson = open({ fetch: 1 }, { tf: 'ready-made' });
    run(lesson, 'a', { tf: kind, fetch: kind }, {});
    expect([lesson.$['tf'], lesson.$['fetch'], Object.keys(lesson.$)]).toEqual(['ready-made', 1, []]);
  });

  it.each(kinds)('is removed if its %s was not reached and no other cell has it', (kind) => {
    const lesson = open();
    run(lesson, 'a', { x: kind }, {});
    expect([() => lesson.$['x'], 'x' in lesson.$].map((each) => (each === false ? each : 'throws'))).toEqual([
      'throws',
      false,
    ]);
    expect(() => lesson.$['x']).toThrow(ReferenceError);
    expect(lesson.scope.declaredBy('x')).toBe('a');
  });

  it.each(kinds)('returns to its previous cell with its value if a %s was not reached', (kind) => {
    const lesson = open();
    run(lesson, 'a', { x: 'const', y: 'let' }, { x: 1, y: 2 });
    run(lesson, 'b', { x: kind, y: kind }, {});
    expect([lesson.$['x'], lesson.$['y'], lesson.scope.declaredBy('x')]).toEqual([1, 2, 'a']);
    expect(() => Object.assign(lesson.$, { y: 3 })).not.toThrow();
  });

  it.each(
    kinds,
  )('is released if the cell no longer declares its %s, and kept if no other cell has it', (kind) => {
    const lesson = open({}, { tf: 'ready-made' });
    run(lesson, 'a', { tf: kind, x: kind }, { tf: 'own', x: 1 });
    expect(lesson.$['tf']).toBe('own');
    run(lesson, 'a', {}, {});
    expect([lesson.$['tf'], lesson.$['x'], lesson.scope.declaredBy('x')]).toEqual(['ready-made', 1, 'a']);
  });

  it('returns to the newest of the cells that still declare it', () => {
    const lesson = open({}, { tf: 'ready-made' });
    for (const cell of ['a', 'b', 'c']) run(lesson, cell, { tf: 'let' }, { tf: cell });
    run(lesson, 'a', { tf: 'const' }, { tf: 'a again' });
    const seen: unknown[] = [lesson.$['tf']];
    for (const cell of ['a', 'b', 'c']) {
      run(lesson, cell, {}, {});
      seen.push(lesson.$['tf']);
    }
    expect(seen).toEqual(['a again', 'c', 'c', 'ready-made']);
  });

  it('is not released if it was declared without a value', () => {
    const lesson = open({}, { tf: 'ready-made' });
    run(lesson, 'a', { tf: 'let' }, { tf: undefined });
    expect([lesson.$['tf'], Object.hasOwn(lesson.$, 'tf')]).toEqual([undefined, true]);
  });

  it('is released if a cell no longer assigns it', () => {
    const lesson = open({}, { tf: 'ready-made' });
    run(lesson, 'a', {}, { tf: 5 });
    run(lesson, 'b', {}, {});
    expect([lesson.$['tf'], lesson.scope.declaredBy('tf')]).toEqual([5, 'a']);
    run(lesson, 'a', {}, {});
    expect(lesson.$['tf']).toBe('ready-made');
  });

  it('is not released if it is a var with a value', () => {
    const lesson = open();
    run(lesson, 'a', { x: 'var', y: 'var' }, { x: 1 });
    run(lesson, 'a', { x: 'var' }, {});
    expect([lesson.$['x'], 'y' in lesson.$]).toEqual([1, false]);
  });

  it('counts its hidden values as held', () => {
    const lesson = open();
    const [one, two] = [{}, {}];
    run(lesson, 'a', { x: 'let' }, { x: one });
    run(lesson, 'b', { x: 'let' }, { x: two });
    expect([...lesson.scope.held()]).toEqual([
      ['x', two],
      ['x', one],
    ]);
    expect([lesson.scope.nameOf(two), lesson.scope.nameOf(one)]).toEqual(['x', null]);
  });
});
