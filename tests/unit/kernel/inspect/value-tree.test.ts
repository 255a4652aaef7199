import { describe, expect, it } from 'vitest';
import { printed, valueTree } from '../../../../src/lessons-runtime/kernel/inspect/value-tree.ts';
import type { ValueNode } from '../../../../src/lessons-runtime/protocol/output.ts';
import { createRandom } from '../../compile/seeded-random.ts';

const entries = (value: unknown) =>
  Object.fromEntries((valueTree(value).entries ?? []).map(([name, node]) => [name, node.text]));

describe('a leaf', () => {
  it.each([
    [1, 'number', '1'],
    [-0, 'number', '-0'],
    [Number.NaN, 'number', 'NaN'],
    [10n ** 20n, 'number', '100000000000000000000n'],
    ['a"b\n', 'string', '"a\\"b\\n"'],
    [true, 'boolean', 'true'],
    [undefined, 'undefined', 'undefined'],
    [null, 'object', 'null'],
    [Symbol('s'), 'symbol', 'Symbol(s)'],
    [new Date(0), 'object', '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), 'object', 'Invalid Date'],
    [/a+/g, 'object', '/a+/g'],
    [function add() {}, 'function', 'ƒ add'],
    [() => {}, 'function', 'ƒ (anonymous)'],
    [class Point {}, 'function', 'class Point'],
  ])('%s', (value, type, text) => {
    expect(valueTree(value)).toEqual({ type, text });
  });

  it('truncates a long text', () => {
    expect(valueTree('x'.repeat(1e6)).text.length).toBeLessThan(10_100);
    expect(printed(['x'.repeat(1e6)]).length).toBeLessThan(10_100);
  });
});

describe('a branch', () => {
  class Point {
    x = 1;
    readonly #hidden = 2;
    get sum() {
      return this.x + this.#hidden;
    }
  }

  it.each([
    [[1, 'a'], 'Array(2)', { 0: '1', 1: '"a"' }],
    [{ a: 1, b: null }, 'Object', { a: '1', b: 'null' }],
    [new Point(), 'Point', { x: '1' }],
    [new Map([[{ k: 1 }, 'v']]), 'Map(1)', { Object: '"v"' }],
    [new Map([['k', 1]]), 'Map(1)', { '"k"': '1' }],
    [new Set(['a']), 'Set(1)', { 0: '"a"' }],
    [new Float32Array([0.5, 1]), 'Float32Array(2)', { 0: '0.5', 1: '1' }],
    [new BigInt64Array([5n]), 'BigInt64Array(1)', { 0: '5n' }],
    [new ArrayBuffer(8), 'ArrayBuffer(8)', {}],
    [new DataView(new ArrayBuffer(4)), 'DataView', {}],
    [new RangeError('far'), 'RangeError: far', {}],
    [new Error('outer', { cause: new Error('inner') }), 'Error: outer', { cause: 'Error: inner' }],
    [new AggregateError([1], 'many'), 'AggregateError: many', { errors: 'Array(1)' }],
    [Object.assign(new Error('e'), { code: 7 }), 'Error: e', { code: '7' }],
    [{ [Symbol('s')]: 1, a: 2 }, 'Object', { a: '2', '[Symbol(s)]': '1' }],
    [Object.create(null), 'Object', {}],
    [Object.create({ inherited: 1 }), 'Object', {}],
    [new (class extends Map {})(), 'Map(0)', {}],
    [Promise.resolve(1), 'Promise', {}],
  ])('%s', (value, text, shown) => {
    expect(valueTree(value).text).toBe(text);
    expect(entries(value)).toEqual(shown);
  });

  it('shows a promise, and where in the cells an error was created', () => {
    expect(valueTree(Promise.resolve(1))).toEqual({ type: 'promise', text: 'Promise' });
    const traceOf = (stack: string) =>
      stack.includes('made here')
        ? [
            { cell: 'a', line: 2, column: 3 },
            { cell: 'b', line: 1, column: 1 },
          ]
        : [];
    expect(valueTree([new Error('made here'), new Error('there')], traceOf).entries).toEqual([
      [
        '0',
        {
          type: 'error',
          text: 'Error: made here',
          entries: [['stack', { type: 'place', text: 'a:2:3 ← b:1:1' }]],
          omitted: 0,
        },
      ],
      ['1', { type: 'error', text: 'Error: there', entries: [], omitted: 0 }],
    ]);
  });

  it('ends at a cycle', () => {
    const cycle: { self?: unknown; list: unknown[] } = { list: [] };
    cycle.self = cycle;
    cycle.list.push(cycle);
    expect(entries(cycle)).toEqual({ list: 'Array(1)', self: '↻' });
    const twice = { a: 1 };
    expect(entries([twice, twice])).toEqual({ 0: 'Object', 1: 'Object' });
  });

  it('does not call getters', () => {
    let called = false;
    const value = {
      get secret() {
        called = true;
        return 1;
      },
    };
    expect(entries(value)).toEqual({ secret: '(…)' });
    expect(printed([value, [value]])).toContain('(…)');
    expect(called).toBe(false);
  });

  it('ends after six levels', () => {
    let value: unknown = 'deepest';
    for (let level = 0; level < 20; level++) value = { in: value };
    let node: ValueNode | undefined = valueTree(value);
    let depth = 0;
    for (; node?.entries !== undefined; node = node.entries[0]?.[1]) depth += 1;
    expect(depth).toBe(6);
    expect(node?.text).toBe('Object …');
  });

  it('shows a hundred entries and counts the others', () => {
    const hundred = (value: unknown) => {
      const { entries: shown, omitted } = valueTree(value);
      return [shown?.length, omitted];
    };
    const numbers = Array.from({ length: 250 }, (_, index) => index);
    expect(hundred(numbers)).toEqual([100, 150]);
    expect(hundred(new Set(numbers))).toEqual([100, 150]);
    expect(hundred(new Map(numbers.map((n) => [n, n])))).toEqual([100, 150]);
    expect(hundred(new Int8Array(250))).toEqual([100, 150]);
    expect(hundred(Object.fromEntries(numbers.map((n) => [`k${n}`, n])))).toEqual([100, 150]);
  });

  it('shows holes as undefined', () => {
    const holes: unknown[] = [1];
    holes.length = 3;
    expect(entries(holes)).toEqual({ 0: '1', 1: 'undefined', 2: 'undefined' });
  });

  it('is limited to a few thousand nodes', () => {
    const wide = (depth: number): unknown =>
      depth === 0 ? 1 : Array.from({ length: 60 }, () => wide(depth - 1));
    const count = ({ entries: shown = [] }: ValueNode): number =>
      shown.reduce((sum, [, node]) => sum + count(node), 1);
    const nodes = count(valueTree(wide(4)));
    expect(nodes).toBeGreaterThan(4000);
    expect(nodes).toBeLessThanOrEqual(5001);
  });

  it('replaces only values that throw', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(entries({ fine: 1, hostile })).toEqual({ fine: '1', hostile: '(…)' });
    expect(valueTree(Object.create(Map.prototype)).text).toBe('(…)');
  });

  it('can be cloned for any value', () => {
    const random = createRandom(1);
    const leaves = [
      1,
      'a',
      null,
      undefined,
      Symbol('s'),
      () => {},
      1n,
      new Date(Number.NaN),
      new WeakMap(),
      Promise.resolve(),
    ];
    const grow = (depth: number): unknown => {
      const items = Array.from({ length: random.below(4) }, () =>
        depth === 0 || random.next() < 0.3 ? leaves[random.below(leaves.length)] : grow(depth - 1),
      );
      return random.pick<(list: unknown[]) => unknown>([
        (list) => list,
        (list) => new Set(list),
        (list) => new Map(list.map((item) => [item, item])),
        (list) => ({ ...list }),
        (list) => new Proxy(list, {}),
        (list) => Object.assign(new Error('e'), { list }),
      ])(items);
    };
    for (let n = 0; n < 500; n++) {
      const tree = valueTree(grow(4));
      expect(structuredClone(tree)).toEqual(tree);
    }
  });
});

describe('a printed line', () => {
  it.each([
    [['a', 1, 'b'], 'a 1 b'],
    [[[]], 'Array(0)'],
    [[{}], '{…}'],
    [[{ a: { b: { c: 1 } } }], '{ a: { b: {…} } }'],
    [[[[1, [2]], 'x']], '[[1, Array(1)], "x"]'],
    [[new Map([['k', [1]]])], 'Map(1) { "k": [1] }'],
    [[new Set([1])], 'Set(1) [1]'],
    [[new Uint8Array([1, 2])], 'Uint8Array(2) [1, 2]'],
    [[new Error('no')], 'Error: no'],
    [[Array.from({ length: 101 }, () => 0)], `[${'0, '.repeat(100)}…]`],
    [[], ''],
  ])('%j', (values, line) => {
    expect(printed(values)).toBe(line);
  });
});
