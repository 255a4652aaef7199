check.define({
  calls: () => ({
    topClasses: [
      [check.random.list(8, 0, 1), 3],
      [check.random.list(20, 0, 1), 5],
    ],
  }),
  seconds: 15,
  grade({ calls: { topClasses } }) {
    const places = (list, k) =>
      list
        .map((probability, place) => ({ probability, place }))
        .sort((a, b) => b.probability - a.probability)
        .slice(0, k)
        .map(({ place }) => place);
    const isAlways = (answer) =>
      topClasses.every(({ args: [list, k], value }) => check.close(value, answer(list, k), 1e-9));
    if (isAlways(places)) return check.correct();
    const [{ args, value }] = topClasses;
    const compared = { expected: places(args[0], args[1]), found: value };
    if (isAlways((list, k) => places(list, list.length).reverse().slice(0, k)))
      return check.wrong('smallest-first', compared);
    if (isAlways((list, k) => places(list, k).map((place) => list[place])))
      return check.wrong('probabilities', compared);
    return check.wrong('other', compared);
  },
});
