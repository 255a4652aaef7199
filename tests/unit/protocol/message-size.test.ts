import { describe, expect, it } from 'vitest';
import { isReadableSize } from '../../../src/lessons-runtime/protocol/message-size.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('isReadableSize accepts', () => {
  it.each([
    ['plain data', { a: [1, 'b', null, undefined, true, { c: [] }] }],
    ['a text of a million characters', 'x'.repeat(1_000_000)],
    ['a hundred thousand points', Array.from({ length: 100_000 }, (_, x) => ({ x, y: x }))],
    ['a picture', { pixels: new ArrayBuffer(4096 * 4096 * 4) }],
    ['curves', { values: new Float32Array(100_000) }],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['sixty levels', nested(60)],
  ])('of %s', (_, message) => {
    expect(isReadableSize(message)).toBe(true);
  });
});

describe('isReadableSize refuses', () => {
  const shared = (levels: number): unknown => {
    let value: unknown = [];
    for (let level = 0; level < levels; level++) value = Array.from({ length: 40 }, () => value);
    return value;
  };
  const own: unknown[] = [];
  own.push(own);
  it.each([
    ['too much text', 'x'.repeat(9_000_000)],
    ['too much text in names', { ['x'.repeat(9_000_000)]: 1 }],
    ['too many values', Array.from({ length: 1_100_000 }, () => 1)],
    ['nested shared values', shared(8)],
    ['too many levels', nested(70)],
    ['a cycle', own],
    ['a map', new Map([[1, 2]])],
    ['a date', [new Date(0)]],
    ['an error', { error: new Error('x') }],
    ['too many numbers', new Float64Array(4_000_000)],
  ])('of %s', (_, message) => {
    const began = performance.now();
    expect(isReadableSize(message)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
