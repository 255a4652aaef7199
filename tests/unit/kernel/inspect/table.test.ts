import { describe, expect, it } from 'vitest';
import { tablePart } from '../../../../src/lessons-runtime/kernel/inspect/table.ts';

describe('tablePart', () => {
  it('has all columns of any row', () => {
    expect(
      tablePart([
        { epoch: 1, loss: 0.123456789 },
        { epoch: 2, loss: Number.NaN, note: 'up' },
        { epoch: 3, note: null, ok: true },
      ]),
    ).toEqual({
      kind: 'table',
      columns: ['epoch', 'loss', 'note', 'ok'],
      rows: [
        [1, 0.123456789, '', ''],
        [2, Number.NaN, 'up', ''],
        [3, '', 'null', 'true'],
      ],
      numeric: [true, true, false, false],
      types: ['number', 'number', 'string', 'boolean'],
      omitted: 0,
    });
  });

  it.each([
    [1234567, 1234567],
    [-0, -0],
    [0.1 + 0.2, 0.1 + 0.2],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [5n, '5n'],
    ['a b', 'a b'],
    [undefined, ''],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [[1, 0.123456789, 'a'], '[1, 0.12346, a]'],
    [new Float32Array([0.1, 2]), '[0.1, 2]'],
    [[], '[]'],
  ])('shows %s as %s', (value, text) => {
    expect(tablePart([{ value }])?.rows).toEqual([[text]]);
  });

  it('shows two hundred rows and counts the others', () => {
    const part = tablePart(Array.from({ length: 1000 }, (_, n) => ({ n })));
    expect([part?.rows.length, part?.omitted]).toEqual([200, 800]);
  });

  it('has no type for a column with several types', () => {
    expect(tablePart([{ a: 1, b: null }, { a: 'x' }])?.types).toEqual(['', '']);
  });

  it('accepts records without a prototype', () => {
    expect(tablePart([Object.assign(Object.create(null), { a: 1 })])?.rows).toEqual([[1]]);
  });
});

describe('tablePart returns null for', () => {
  const wide = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`c${n}`, n]));
  it.each([
    ['nothing', []],
    ['an object', { a: 1 }],
    ['numbers', [1, 2]],
    ['a row that is not a record', [{ a: 1 }, 2]],
    ['a row that is null', [null]],
    ['nested values', [{ a: [[1]] }]],
    ['records within records', [{ a: { b: 1 } }]],
    ['long lists', [{ a: [1, 2, 3, 4, 5, 6, 7, 8, 9] }]],
    ['lists with holes', [{ a: new Array(2) }]],
    ['functions', [{ a: () => {} }]],
    ['symbols', [{ a: Symbol('s') }]],
    ['instances', [new (class A {})()]],
    ['a hole', Object.assign(new Array(2), { 0: { a: 1 } })],
    ['too many columns', [wide]],
    ['a string', 'abc'],
    ['null', null],
  ])('%s', (_, value) => {
    expect(tablePart(value)).toBeNull();
  });

  it('a getter, which is not called', () => {
    const row = {
      get a(): number {
        throw new Error('called');
      },
    };
    expect(tablePart([row])).toBeNull();
    expect(tablePart([{ list: Object.defineProperty([], 0, { get: () => row.a }) }])).toBeNull();
  });
});
