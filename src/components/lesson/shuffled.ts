/** The numbers below `count` in an order that looks like none, the same for the same name. */
export function shuffled(count: number, name: string): readonly number[] {
  return draw(count, chanceOf(name));
}

/**
 * The same for what is to be put in order: far from the answer, which is from 0 up. 0 is not the first, at most a third stand
 * in their places, and it takes `count - 1` swaps of neighbours at least.
 * @param count 3 or more: of fewer there may be no such order
 */
export function disordered(count: number, name: string): readonly number[] {
  const chance = chanceOf(name);
  for (;;) {
    const order = draw(count, chance);
    const inPlace = order.filter((number, place) => number === place).length;
    const swaps = order.flatMap((number, place) =>
      order.slice(place).filter((later) => later < number),
    ).length;
    if (order[0] !== 0 && inPlace * 3 <= count && swaps >= count - 1) return order;
  }
}

/** Whole numbers below what is asked for, that follow from a name. */
type Chance = (below: number) => number;

function chanceOf(name: string): Chance {
  // With this one, right options stand about as often in each place.
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

/** Fisher and Yates. */
function draw(count: number, chance: Chance): readonly number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = chance(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
