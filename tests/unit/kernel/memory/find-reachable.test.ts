import { describe, expect, it } from 'vitest';
import {
  findReachable,
  type ReachabilityRules,
} from '../../../../src/lessons-runtime/kernel/memory/find-reachable.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';

const tf = createTensorFlow();
const closures = new Set<unknown>();
const made = new Map<object, unknown>();
const skipped = { t: tf.scalar(0) };
const rules: ReachabilityRules = {
  functions: { mayHold: (found) => closures.has(found) },
  origins: { of: (value) => made.get(value) },
  skip: new Set([tf, globalThis, skipped]),
};
const t = tf.scalar(1);
const finds = (value: unknown) => findReachable([['name', value]], rules).tensors.has(t);

describe('findReachable finds a tensor', () => {
  class Parent {
    static kept: unknown = null;
    own: unknown;
    constructor(own: unknown) {
      this.own = own;
    }
  }
  class Child extends Parent {}
  function withProperty(): void {}
  withProperty.t = t;
  const cycle: Record<string, unknown> = { t };
  cycle['self'] = cycle;
  const accessor = Object.defineProperty({}, 'x', { get: Object.assign(() => 1, { t }), enumerable: false });
  const original = () => 1;
  made.set(original, [t]);

  it.each([
    ['itself', t],
    ['in a list', [[[t]]]],
    ['as a key or a value of a map', new Map<unknown, unknown>([[t, 1]])],
    ['in a set', new Set([{ t }])],
    ['in an instance', new Child(t)],
    ['on a function', withProperty],
    ['in a cycle', cycle],
    ['behind a symbol', { [Symbol('s')]: t }],
    ['on a getter', accessor],
    ['on a prototype', Object.create(Object.create({ t }))],
    ['as what something was made of', { original }],
    ['beside a million numbers', [...new Array(1_000_000).fill(0), t]],
    ['on another tensor', Object.assign(tf.scalar(2), { t })],
    ['in an object without a prototype', Object.assign(Object.create(null), { t })],
  ])('%s', (_how, value) => {
    expect(finds(value)).toBe(true);
  });

  it('on a static field', () => {
    Parent.kept = t;
    expect(finds(Child)).toBe(true);
    Parent.kept = null;
    expect(finds(Child)).toBe(false);
  });
});

describe('findReachable does not find', () => {
  it('skipped objects and objects that only resemble a tensor', () => {
    expect(findReachable([['name', { skipped }]], rules).tensors.size).toBe(0);
    expect(findReachable([['name', { dataId: {}, shape: [], dtype: 'float32' }]], rules).tensors.size).toBe(
      0,
    );
  });
});

describe('findReachable reports a name as opaque for', () => {
  const hidden = () => t;
  closures.add(hidden);

  it.each<[string, unknown]>([
    ['a closure', { deep: [hidden] }],
    ['a promise', [Promise.resolve()]],
    ['a WeakMap', new WeakMap()],
    ['a generator', (function* () {})()],
    ['an iterator', [t][Symbol.iterator]()],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['an array of 2^32 holes', new Array(4_294_967_295)],
  ])('%s', (_what, value) => {
    expect([
      ...findReachable(
        [
          ['plain', [t]],
          ['secret', value],
        ],
        rules,
      ).opaque,
    ]).toEqual(['secret']);
  });

  it('no other values', () => {
    const values = [function* () {}, async function* () {}, class {}, new Date(), /x/, new Float32Array(9)];
    for (const value of values) {
      expect([...findReachable([['name', value]], rules).opaque], String(value)).toEqual([]);
    }
  });
});

it('is incomplete beyond the limit of objects', () => {
  const many = Array.from({ length: 400_000 }, () => ({}));
  expect(findReachable([['name', many]], rules).isComplete).toBe(false);
});

it('finds the weights of a model but does not follow a backbone to its heads', () => {
  const backbone = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
  const model = tf.sequential({ layers: [backbone, tf.layers.dense({ units: 1 })] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  expect(findReachable([['model', model]], rules)).toMatchObject({ isComplete: true, opaque: new Set() });
  expect(findReachable([['model', model]], rules).tensors.size).toBeGreaterThanOrEqual(4);
  expect(findReachable([['backbone', backbone]], rules).tensors.size).toBe(2);
});
