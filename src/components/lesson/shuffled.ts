/**
 * The numbers below `count` in an order that looks like none, the same for the same name, and never from 0 up: that is the
 * answer.
 */
export function shuffled(count: number, name: string): readonly number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  let state = 7;
  for (const letter of name) state = (state * 31 + letter.charCodeAt(0)) % 1_000_003;
  for (let last = count - 1; last > 0; last -= 1) {
    state = (state * 48_271 + 11) % 1_000_003;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order.every((number, place) => number === place) ? order.reverse() : order;
}
