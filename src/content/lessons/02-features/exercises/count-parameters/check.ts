check.define({
  calls: () => ({
    convParameters: [1, 2, 3].map(() => [
      check.random.whole(2, 7),
      check.random.whole(2, 64),
      check.random.whole(8, 256),
    ]),
  }),
  seconds: 15,
  grade({ calls: { convParameters } }) {
    const isAlways = (count) => convParameters.every(({ args, value }) => value === count(args));
    const all = ([size, channels, filters]) => (size * size * channels + 1) * filters;
    if (isAlways(all)) return check.correct();
    const [{ args, value }] = convParameters;
    const compared = { expected: all(args), found: value };
    if (isAlways(([size, channels, filters]) => size * size * channels * filters))
      return check.wrong('no-bias', compared);
    if (isAlways(([size, _channels, filters]) => (size * size + 1) * filters))
      return check.wrong('one-channel', compared);
    return check.wrong('other', compared);
  },
});
