import { expect, it } from 'vitest';
import { shuffled } from '../../../src/components/lesson/shuffled.ts';

it('shuffles all numbers, the same for the same name, and never into the order that is the answer', () => {
  const orders = new Set<string>();
  for (const count of [2, 3, 4, 5]) {
    const rising = Array.from({ length: count }, (_, place) => place);
    for (let name = 0; name < 200; name += 1) {
      const order = shuffled(count, `question-${name}`);
      expect(order.toSorted()).toEqual(rising);
      expect(order).not.toEqual(rising);
      expect(shuffled(count, `question-${name}`)).toEqual(order);
      orders.add(order.join(' '));
    }
  }
  // 2, 3, 4 and 5 things have 1 + 5 + 23 + 119 orders that are not the answer.
  expect(orders.size).toBeGreaterThan(60);
});
