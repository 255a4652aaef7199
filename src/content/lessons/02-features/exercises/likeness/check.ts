check.define({
  calls: () => ({
    likeness: [1, 2, 3].map(() => [check.random.list(6, 0.5, 4), check.random.list(6, 0.5, 4)]),
  }),
  seconds: 15,
  grade({ calls: { likeness } }) {
    const dot = (a, b) => a.reduce((sum, value, place) => sum + value * b[place], 0);
    const cosine = (a, b) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    const distance = (a, b) => Math.hypot(...a.map((value, place) => value - b[place]));
    const isAlways = (measure) =>
      likeness.every(({ args: [a, b], value }) => check.close(value, measure(a, b), 1e-5));
    if (isAlways(cosine)) return check.correct();
    const [{ args, value }] = likeness;
    const compared = { expected: cosine(args[0], args[1]), found: value };
    if (isAlways(dot)) return check.wrong('not-scaled', compared);
    if (isAlways(distance)) return check.wrong('distance', compared);
    return check.wrong('other', compared);
  },
});
