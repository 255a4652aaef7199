/**
 * Returns the items in a random order (Fisher–Yates shuffle).
 * @param random returns numbers from 0 (inclusive) to 1 (exclusive); called once for each item but one
 */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    // Swaps the two without an index access that could be undefined.
    order.splice(other, 1, ...order.splice(last, 1, ...order.slice(other, other + 1)));
  }
  return order;
}
