/** Returns the integers from 0 to `count - 1`, shuffled. The order depends only on the arguments. */
export function shuffled(count: number, name: string): readonly number[] {
  return shuffle(count, createRandom(name));
}

/**
 * Returns the integers from 0 to `count - 1` in an order that is far from ascending, which is the right answer of an
 * `ordering` question: 0 is not first, at most a third are in place, and sorting takes at least `count - 1` swaps of
 * neighbours. The order depends only on the arguments.
 * @param count at least 3, because fewer integers may have no such order
 */
export function disordered(count: number, name: string): readonly number[] {
  const random = createRandom(name);
  for (;;) {
    const order = shuffle(count, random);
    const inPlace = order.filter((number, place) => number === place).length;
    const swaps = order.flatMap((number, place) =>
      order.slice(place).filter((later) => later < number),
    ).length;
    if (order[0] !== 0 && inPlace * 3 <= count && swaps >= count - 1) return order;
  }
}

/** Returns a pseudorandom integer from 0 to `below - 1`. */
type Random = (below: number) => number;

/** Creates a linear congruential generator that is seeded with a name. */
function createRandom(name: string): Random {
  // With this initial state, the course's right options are about equally frequent in each position.
  let state = 26;
  const next = () => {
    state = (state * 48_271 + 11) % 1_000_003;
    return state;
  };
  for (const letter of name) {
    state = (state * 31 + letter.charCodeAt(0)) % 1_000_003;
    next();
  }
  return (below) => Math.floor((next() / 1_000_003) * below);
}

/** Source: the Fisher–Yates shuffle. */
function shuffle(count: number, random: Random): readonly number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
