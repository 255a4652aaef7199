import { expect, it } from 'vitest';
import { disordered, shuffled } from '../../../../src/components/lesson/shuffled.ts';

const rising = (count: number) => Array.from({ length: count }, (_, place) => place);
const names = Array.from({ length: 300 }, (_, name) => `question-${name}`);

it('shuffles all numbers, the same for the same name, each about as often into each place', () => {
  for (const count of [2, 3, 4, 5]) {
    const seats = new Map<string, number>();
    for (const name of names) {
      const order = shuffled(count, name);
      expect(order.toSorted()).toEqual(rising(count));
      expect(shuffled(count, name)).toEqual(order);
      for (const [place, number] of order.entries()) {
        seats.set(`${number} at ${place}`, (seats.get(`${number} at ${place}`) ?? 0) + 1);
      }
    }
    expect(seats.size).toBe(count ** 2);
    for (const [seat, times] of seats) {
      expect(times / names.length, seat).toBeGreaterThan(0.6 / count);
      expect(times / names.length, seat).toBeLessThan(1.4 / count);
    }
  }
});

it('brings what is to be put in order far from it, the same for the same name', () => {
  const orders = new Set<string>();
  for (const count of [3, 4, 5, 6]) {
    for (const name of names) {
      const order = disordered(count, name);
      expect(order.toSorted()).toEqual(rising(count));
      expect(disordered(count, name)).toEqual(order);
      expect(order[0]).not.toBe(0);
      expect(order.filter((number, place) => number === place).length).toBeLessThanOrEqual(count / 3);
      orders.add(order.join(' '));
    }
  }
  expect(orders.size).toBeGreaterThan(200);
});
