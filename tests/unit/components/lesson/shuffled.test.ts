import { expect, it } from 'vitest';
import { disordered, shuffled } from '../../../../src/components/lesson/shuffled.ts';

const ascending = (count: number) => Array.from({ length: count }, (_, place) => place);
const names = Array.from({ length: 300 }, (_, name) => `question-${name}`);

it('shuffled returns all numbers, reproducibly and about equally often in each position', () => {
  for (const count of [2, 3, 4, 5]) {
    const counts = new Map<string, number>();
    for (const name of names) {
      const order = shuffled(count, name);
      expect(order.toSorted()).toEqual(ascending(count));
      expect(shuffled(count, name)).toEqual(order);
      for (const [place, number] of order.entries()) {
        const key = `${number} at ${place}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(count ** 2);
    for (const [key, times] of counts) {
      expect(times / names.length, key).toBeGreaterThan(0.6 / count);
      expect(times / names.length, key).toBeLessThan(1.4 / count);
    }
  }
});

it('disordered returns an order far from ascending, reproducibly', () => {
  const orders = new Set<string>();
  for (const count of [3, 4, 5, 6]) {
    for (const name of names) {
      const order = disordered(count, name);
      expect(order.toSorted()).toEqual(ascending(count));
      expect(disordered(count, name)).toEqual(order);
      expect(order[0]).not.toBe(0);
      expect(order.filter((number, place) => number === place).length).toBeLessThanOrEqual(count / 3);
      orders.add(order.join(' '));
    }
  }
  expect(orders.size).toBeGreaterThan(200);
});
